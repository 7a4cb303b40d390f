import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { sectionsOf } from '../core/nav.js';
import { currentRoute, link } from '../core/router.js';
import { session } from '../core/session.js';
import { toastProblem } from '../core/toast.js';
import { zoneName } from '../core/zone.js';
import { pageFor } from '../pages/index.js';
import './header.js';
import './must-change.js';
import './must-enrol.js';
import './new-password.js';
import './nav.js';
import './second-step.js';
import './sign-in.js';
import './toasts.js';

/** The whole console: decides between the sign-in form and a page, and keeps the page behind an expired session. */
class App extends ZmElement {
  #lastPath = null;

  #onRoute = () => this.requestUpdate();

  /** Pages draw their headings later than this element, most of them once their data are here. */
  #headings = new MutationObserver(() => this.#nameWindow());

  connectedCallback() {
    super.connectedCallback();
    this.#headings.observe(this, { childList: true, subtree: true, characterData: true, attributeFilter: ['data-names'] });
    window.addEventListener('hashchange', this.#onRoute);
    session.addEventListener('change', this.#onRoute);
    session.resume().catch(toastProblem);
  }

  render() {
    if (session.state === 'starting') return html`<p class="boot" role="status">${t('state.loading')}</p>`;
    const { path } = currentRoute();
    if (path[0] === 'new-password' && path[1]) return html`<zm-new-password .token=${path[1]}></zm-new-password><zm-toasts></zm-toasts>`;
    if (session.state === 'in' && session.mustChange) return html`<zm-must-change></zm-must-change><zm-toasts></zm-toasts>`;
    if (session.state === 'in' && session.mustEnrol) return html`<zm-must-enrol></zm-must-enrol><zm-toasts></zm-toasts>`;
    const away = session.state !== 'in';
    return html`
      ${this.#gate(away)}
      ${session.behind ? this.#frame(away) : nothing}
      <zm-toasts></zm-toasts>`;
  }

  #gate(away) {
    if (session.state === 'code') return html`<zm-second-step></zm-second-step>`;
    return away ? html`<zm-sign-in .expired=${session.state === 'expired'}></zm-sign-in>` : nothing;
  }

  #frame(away) {
    const route = currentRoute();
    const allowed = sectionsOf(session.role);
    if (route.path.length === 0) route.path = [allowed[0]];
    const page = pageFor(route, [...allowed, 'account']);
    return html`<div class="frame" ?hidden=${away}>
      <zm-header @skip=${this.#skip}></zm-header>
      <zm-nav .sections=${allowed} .current=${route.path[0]}></zm-nav>
      <main id="main" tabindex="-1">${page ?? this.#notFound(allowed[0])}
        <p class="soft small zone" data-test="zone">${t('zone.line', { zone: zoneName() })}</p></main>
    </div>`;
  }

  #notFound(start) {
    return html`<div class="state"><h1>${t('state.notFound')}</h1>
      <a class="button" href=${link([start])}>${t('state.toStart')}</a></div>`;
  }

  #skip = () => this.querySelector('#main').focus();

  /** What the page is of, then what it is, then the console: windows and bookmarks show the start. */
  #nameWindow() {
    const heading = session.state === 'in' ? this.querySelector('main h1') : null;
    const parts = [heading?.dataset.names, heading?.textContent.trim(), t('app.name')];
    document.title = parts.filter(Boolean).join(' · ');
  }

  updated() {
    const path = currentRoute().path.join('/');
    this.#nameWindow();
    if (this.#lastPath !== null && path !== this.#lastPath && session.state === 'in') {
      this.querySelector('#main')?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    this.#lastPath = path;
  }
}

customElements.define('zm-app', App);
