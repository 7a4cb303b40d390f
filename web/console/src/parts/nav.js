import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { link } from '../core/router.js';
import { icon } from './icons.js';

const GROUPS = {
  products: 'nav.issuing', 'label-templates': 'nav.issuing', 'printing-houses': 'nav.issuing', batches: 'nav.issuing', 'code-imports': 'nav.issuing', keys: 'nav.issuing', appearance: 'nav.scanning', items: 'nav.scanning', scans: 'nav.scanning', complaints: 'nav.scanning',
  customers: 'nav.marketing', rfm: 'nav.marketing', regions: 'nav.marketing',
};

class Nav extends ZmElement {
  static properties = { sections: { attribute: false }, current: { attribute: false } };

  render() {
    return html`<nav id="nav" class="side" aria-label=${t('nav.label')}><ul>
      ${this.sections.map((section, i) => html`
        ${GROUPS[section] !== GROUPS[this.sections[i - 1]] ? html`<li class="group" aria-hidden="true">${t(GROUPS[section])}</li>` : nothing}
        <li><a href=${link([section])} data-test="nav-${section}"
          aria-current=${section === this.current ? 'page' : nothing}>${icon(section)}<span>${t(`nav.${section}`)}</span></a></li>`)}
    </ul></nav>`;
  }
}

customElements.define('zm-nav', Nav);
