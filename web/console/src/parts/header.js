import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { toastProblem } from '../core/toast.js';
import { icon, logo } from './icons.js';
import './locale.js';

class Header extends ZmElement {
  static properties = { open: { state: true } };

  #onRoute = () => this.#toggle(false);

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onRoute);
  }

  disconnectedCallback() {
    window.removeEventListener('hashchange', this.#onRoute);
    super.disconnectedCallback();
  }

  render() {
    return html`<header class="top">
      <button class="skip" type="button" @click=${() => this.dispatchEvent(new Event('skip'))}>${t('nav.skip')}</button>
      <button class="icon-button menu" type="button" aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="nav" aria-label=${t('nav.menu')} @click=${() => this.#toggle(!this.open)}>${icon(this.open ? 'close' : 'menu', 20)}</button>
      <a class="brand" href="#/">${logo(26)}<span>${t('app.short')}</span></a>
      <span class="tenant" data-test="tenant">${session.brand?.name ?? t('role.PLATFORM_ADMIN')}</span>
      <span class="spring"></span>
      <zm-locale></zm-locale>
      <a class="who" href="#/account" data-test="account" title=${session.user?.email ?? ''}>
        <strong>${session.user?.name}</strong><span class="soft small">${t(`role.${session.role}`)}</span>
      </a>
      <a class="icon-button account" href="#/account" aria-label=${t('account.title')} title=${t('account.title')}>${icon('users')}</a>
      <button class="icon-button" type="button" data-test="sign-out" aria-label=${t('signIn.out')} title=${t('signIn.out')}
        @click=${() => session.signOut().catch(toastProblem)}>${icon('leave')}</button>
    </header>`;
  }

  #toggle(open) {
    this.open = open;
    document.body.classList.toggle('nav-open', open);
  }
}

customElements.define('zm-header', Header);
