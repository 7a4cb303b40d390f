import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { field } from './field.js';

/**
 * Asks for a new password twice. Without `token` the present one is asked too and the change is sent in the session's
 * name; with it, the link is used up. Event `changed` when it is done.
 */
class PasswordForm extends ZmElement {
  static properties = { token: { attribute: false }, email: { attribute: false }, differs: { state: true } };

  #submit = new Submit(this);

  render() {
    const error = (name) => this.#submit.error(name);
    const wanted = error('wanted') ?? error('password');
    return html`<form novalidate data-test="password-form" @submit=${this.#send}>
      <input class="visually-hidden" type="email" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value=${this.email ?? ''}>
      ${this.token ? nothing : field({ name: 'current', label: t('account.current'), type: 'password', required: true, autocomplete: 'current-password', error: error('current') })}
      ${field({ name: 'wanted', label: t('account.wanted'), type: 'password', required: true, autocomplete: 'new-password', hint: t('account.wantedHint'), error: wanted })}
      ${field({ name: 'again', label: t('account.again'), type: 'password', required: true, autocomplete: 'new-password', error: this.differs ? t('account.differs') : undefined })}
      ${error('token') ? html`<p class="notice bad" role="alert" data-test="token-error">${error('token')}</p>` : nothing}
      <div class="form-end"><button class="button primary" data-test="change-password" ?disabled=${this.#submit.busy}>${t('account.change')}</button></div>
    </form>`;
  }

  #send = async (event) => {
    const form = event.target;
    const { wanted, again } = Object.fromEntries(new FormData(form));
    this.differs = wanted !== again;
    if (this.differs) {
      event.preventDefault();
      return;
    }
    const done = await this.#submit.send(event, async (values) => {
      if (this.token) await session.redeem(this.token, values.wanted);
      else await session.changePassword(values.current, values.wanted);
      return true;
    });
    if (!done) return;
    form.reset();
    this.dispatchEvent(new Event('changed'));
  };
}

customElements.define('zm-password-form', PasswordForm);
