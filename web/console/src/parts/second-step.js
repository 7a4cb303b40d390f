import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { toast, toastProblem } from '../core/toast.js';
import { codeField } from './code-field.js';
import { logo } from './icons.js';
import './locale.js';

const FEW = 3;

/** The second step of signing in: the code after the password. */
class SecondStep extends ZmElement {
  static properties = { letters: { state: true } };

  #submit = new Submit(this);

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<main class="sign-in" data-test="second-step">
      <div class="sign-in-locale"><zm-locale></zm-locale></div>
      <form class="card" novalidate @submit=${this.#send}>
        <div class="sign-in-head">${logo(40)}<h1>${t('secondFactor.stepTitle')}</h1><p class="soft">${t('secondFactor.stepLead')}</p></div>
        ${codeField({ hint: t('secondFactor.stepHint'), error: this.#submit.error('code'), letters: this.letters })}
        <button class="button primary wide" data-test="prove" ?disabled=${this.#submit.busy}>${t('signIn.submit')}</button>
        ${this.letters ? nothing : html`<button class="button wide" type="button" data-test="letters" @click=${this.#paper}>${t('secondFactor.usePaper')}</button>`}
        <button class="button wide" type="button" data-test="sign-out" @click=${() => session.signOut().catch(toastProblem)}>${t('action.cancel')}</button>
      </form>
    </main>`;
  }

  #paper = () => {
    this.letters = true;
    this.updateComplete.then(() => this.querySelector('input').focus());
  };

  #send = async (event) => {
    const form = event.target;
    const left = await this.#submit.send(event, ({ code }) => session.prove(code));
    if (left === undefined) form.querySelector('input').select();
    else if (left <= FEW) toast(t('secondFactor.fewLeft', { count: left }), 'error');
  };
}

customElements.define('zm-second-step', SecondStep);
