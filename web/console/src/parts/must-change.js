import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { logo } from './icons.js';
import './locale.js';
import './password-form.js';

/** All that somebody sees whose password others know, until it is changed. */
class MustChange extends ZmElement {
  render() {
    return html`<main class="sign-in" data-test="must-change">
      <div class="sign-in-locale"><zm-locale></zm-locale></div>
      <div class="card">
        <div class="sign-in-head">${logo(40)}<h1>${t('account.mustTitle')}</h1><p class="soft">${t('account.mustLead')}</p></div>
        <zm-password-form .email=${session.user.email} @changed=${() => toast(t('account.changed'))}></zm-password-form>
        <button class="button wide" type="button" data-test="sign-out" @click=${() => session.signOut().catch(toastProblem)}>${t('signIn.out')}</button>
      </div>
    </main>`;
  }
}

customElements.define('zm-must-change', MustChange);
