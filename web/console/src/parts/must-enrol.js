import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { toastProblem } from '../core/toast.js';
import { logo } from './icons.js';
import './enrol.js';
import './locale.js';

/** All that somebody sees of whom a second factor is demanded, until they have one. */
class MustEnrol extends ZmElement {
  render() {
    return html`<main class="sign-in" data-test="must-enrol">
      <div class="sign-in-locale"><zm-locale></zm-locale></div>
      <div class="card">
        <div class="sign-in-head">${logo(40)}<h1>${t('secondFactor.mustTitle')}</h1><p class="soft">${t('secondFactor.mustLead')}</p></div>
        <zm-enrol></zm-enrol>
        <button class="button wide" type="button" data-test="sign-out" @click=${() => session.signOut().catch(toastProblem)}>${t('signIn.out')}</button>
      </div>
    </main>`;
  }
}

customElements.define('zm-must-enrol', MustEnrol);
