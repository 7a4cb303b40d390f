import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { link } from '../core/router.js';
import { icon } from './icons.js';

const GROUP_STARTS = { products: 'nav.issuing', items: 'nav.scanning', customers: 'nav.marketing' };

class Nav extends ZmElement {
  static properties = { sections: { attribute: false }, current: { attribute: false } };

  render() {
    return html`<nav id="nav" class="side" aria-label=${t('nav.label')}><ul>
      ${this.sections.map((section) => html`
        ${section in GROUP_STARTS ? html`<li class="group" aria-hidden="true">${t(GROUP_STARTS[section])}</li>` : nothing}
        <li><a href=${link([section])} data-test="nav-${section}"
          aria-current=${section === this.current ? 'page' : nothing}>${icon(section)}<span>${t(`nav.${section}`)}</span></a></li>`)}
    </ul></nav>`;
  }
}

customElements.define('zm-nav', Nav);
