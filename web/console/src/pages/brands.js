import { html } from 'lit';
import { get, post, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field, suiteOptions } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

class Brands extends ZmElement {
  static properties = { page: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/brands', { page: this.page }), options), () => this.page);
  #submit = new Submit(this);

  render() {
    const error = (name) => this.#submit.error(name);
    return html`${pageHead(t('brands.title'), { lead: t('brands.lead') })}
      <div class="columns wide-left">
        <div class="card flush">${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('brands.empty')) : html`${this.#table(list)}${pager(list)}`))}</div>
        <form class="card" novalidate data-test="brand-form" @submit=${this.#create}><h2>${t('brands.new')}</h2>
          ${field({ name: 'name', label: t('brands.name'), required: true, maxlength: 100, error: error('name') })}
          ${field({ name: 'slug', label: t('brands.slug'), required: true, maxlength: 40, hint: t('brands.slugHint'), error: error('slug') })}
          ${field({ name: 'suite', label: t('keys.suite'), value: 'AES_ED25519', options: suiteOptions(), hint: t('keys.suiteHint'), error: error('suite') })}
          <div class="form-end"><button class="button primary" data-test="create-brand" ?disabled=${this.#submit.busy}>${t('brands.create')}</button></div>
        </form></div>`;
  }

  #table(list) {
    return table({
      caption: t('brands.title'), test: 'brands', rows: list.items,
      columns: [
        { head: t('brands.name'), wide: true, cell: (b) => b.name },
        { head: t('brands.slug'), cell: (b) => html`<span class="mono">${b.slug}</span>` },
        { head: t('brands.createdAt'), num: true, cell: (b) => day(b.createdAt) },
      ],
    });
  }

  #create = async (event) => {
    const form = event.target;
    const brand = await this.#submit.send(event, (values) => post('/brands', values));
    if (!brand) return;
    form.reset();
    toast(t('brands.created', { name: brand.name }));
    this.#load.reload();
  };
}

customElements.define('zm-brands', Brands);
