import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { go } from '../core/router.js';
import { logo } from './icons.js';
import './locale.js';
import './password-form.js';

/** The page of a link for a new password. */
class NewPassword extends ZmElement {
  static properties = { token: { attribute: false }, done: { state: true } };

  render() {
    return html`<main class="sign-in">
      <div class="sign-in-locale"><zm-locale></zm-locale></div>
      <div class="card">
        <div class="sign-in-head">${logo(40)}<h1>${t('account.linkTitle')}</h1>
          <p class="soft">${t(this.done ? 'account.linkDone' : 'account.linkLead')}</p></div>
        ${this.done
          ? html`<button class="button primary wide" type="button" data-test="to-sign-in" @click=${() => { go([]); location.reload(); }}>${t('signIn.submit')}</button>`
          : html`<zm-password-form .token=${this.token} @changed=${() => { this.done = true; }}></zm-password-form>`}
      </div>
    </main>`;
  }
}

customElements.define('zm-new-password', NewPassword);
