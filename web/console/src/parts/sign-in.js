import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { field } from './field.js';
import { logo } from './icons.js';
import './locale.js';

class SignIn extends ZmElement {
  static properties = {
    expired: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  };

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    const invalid = this.problem?.fields ?? {};
    return html`<main class="sign-in">
      <div class="sign-in-locale"><zm-locale></zm-locale></div>
      <form class="card" novalidate @submit=${this.#submit}>
        <div class="sign-in-head">${logo(40)}<h1>${t('signIn.title')}</h1><p class="soft">${t('signIn.lead')}</p></div>
        ${this.expired && !this.problem ? html`<p class="notice info" role="status">${t('signIn.expired')}</p>` : nothing}
        ${this.problem ? html`<p class="notice bad" role="alert" data-test="sign-in-error">${this.#text()}</p>` : nothing}
        ${field({ name: 'email', type: 'email', label: t('signIn.email'), autocomplete: 'username', required: true, error: invalid.email })}
        ${field({ name: 'password', type: 'password', label: t('signIn.password'), autocomplete: 'current-password', required: true, error: invalid.password })}
        <button class="button primary wide" data-test="sign-in" ?disabled=${this.busy}>${t(this.busy ? 'signIn.busy' : 'signIn.submit')}</button>
      </form>
    </main>`;
  }

  #text() {
    const known = { 401: 'signIn.wrong', 429: 'signIn.locked', 0: 'error.offline' }[this.problem.status];
    return known ? t(known) : this.problem.message;
  }

  #submit = async (event) => {
    event.preventDefault();
    if (!event.target.reportValidity()) return;
    const { email, password } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    try {
      await session.signIn(email, password);
    } catch (problem) {
      this.problem = problem;
      this.querySelector('[name=password]').select();
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('zm-sign-in', SignIn);
