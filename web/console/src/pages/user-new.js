import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';

const ROLES = ['BRAND_OPERATOR', 'MARKETER', 'PLATFORM_ADMIN'];

/** Event `created` when a user was made. Only brand users belong to a brand. */
class UserNew extends ZmElement {
  static properties = { brands: { attribute: false }, role: { state: true } };

  #submit = new Submit(this);

  constructor() {
    super();
    this.role = ROLES[0];
  }

  render() {
    const error = (name) => this.#submit.error(name);
    return html`<form class="card" novalidate data-test="user-form" @submit=${this.#create}><h2>${t('users.new')}</h2>
      ${field({ name: 'name', label: t('users.name'), required: true, maxlength: 100, error: error('name') })}
      ${field({ name: 'email', label: t('users.email'), type: 'email', required: true, error: error('email') })}
      ${field({ name: 'role', label: t('users.role'), value: this.role, options: ROLES.map((r) => [r, t(`role.${r}`)]), error: error('role'),
        onInput: (event) => { this.role = event.target.value; } })}
      ${this.role === 'PLATFORM_ADMIN' ? nothing : field({ name: 'brandId', label: t('users.brand'), required: true, error: error('brandId'),
        options: this.brands.map((b) => [String(b.id), b.name]) })}
      ${field({ name: 'password', label: t('users.password'), type: 'password', required: true, autocomplete: 'new-password', hint: t('users.passwordHint'), error: error('password') })}
      <div class="form-end"><button class="button primary" data-test="create-user" ?disabled=${this.#submit.busy}>${t('users.create')}</button></div>
    </form>`;
  }

  #create = async (event) => {
    const form = event.target;
    const user = await this.#submit.send(event, ({ brandId, ...values }) => {
      const brand = this.brands.find((b) => String(b.id) === brandId);
      return post('/users', brand ? { ...values, brandId: brand.id } : values);
    });
    if (!user) return;
    form.reset();
    this.role = ROLES[0];
    toast(t('users.created', { name: user.name }));
    this.dispatchEvent(new Event('created'));
  };
}

customElements.define('zm-user-new', UserNew);
