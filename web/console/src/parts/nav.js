import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { openAlerts } from '../core/open-alerts.js';
import { pendingApprovals } from '../core/approval.js';
import { link } from '../core/router.js';
import { icon } from './icons.js';

const GROUPS = {
  products: 'nav.issuing', 'label-templates': 'nav.issuing', 'printing-houses': 'nav.issuing', batches: 'nav.issuing', 'code-imports': 'nav.issuing', keys: 'nav.issuing', appearance: 'nav.scanning', suspects: 'nav.scanning', items: 'nav.scanning', scans: 'nav.scanning', policy: 'nav.scanning', complaints: 'nav.scanning', alerts: 'nav.scanning', notifications: 'nav.scanning',
  audit: 'nav.control', approvals: 'nav.control',
  customers: 'nav.marketing', rfm: 'nav.marketing', regions: 'nav.marketing',
};

class Nav extends ZmElement {
  static properties = { sections: { attribute: false }, current: { attribute: false } };

  #onCount = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    openAlerts.addEventListener('change', this.#onCount);
    pendingApprovals.addEventListener('change', this.#onCount);
  }

  disconnectedCallback() {
    openAlerts.removeEventListener('change', this.#onCount);
    pendingApprovals.removeEventListener('change', this.#onCount);
    super.disconnectedCallback();
  }

  updated() {
    if (this.sections.includes('alerts')) openAlerts.watch();
    if (this.sections.includes('approvals')) pendingApprovals.watch();
  }

  render() {
    return html`<nav id="nav" class="side" aria-label=${t('nav.label')}><ul>
      ${this.sections.map((section, i) => html`
        ${GROUPS[section] !== GROUPS[this.sections[i - 1]] ? html`<li class="group" aria-hidden="true">${t(GROUPS[section])}</li>` : nothing}
        <li><a href=${link([section])} data-test="nav-${section}"
          aria-current=${section === this.current ? 'page' : nothing}>${icon(section)}<span>${t(`nav.${section}`)}</span>${section === 'alerts' && openAlerts.count ? count(openAlerts.count, 'open-alerts') : nothing}${section === 'approvals' && pendingApprovals.count ? count(pendingApprovals.count, 'pending-approvals') : nothing}</a></li>`)}
    </ul></nav>`;
  }
}

/** A number that a reader of screens hears as a sentence. */
const count = (open, test) => html`<span class="count" data-test=${test}><span aria-hidden="true">${open > 99 ? '99+' : number(open)}</span>
  <span class="visually-hidden">${t('nav.openAlerts', { n: number(open) })}</span></span>`;

customElements.define('zm-nav', Nav);
