import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant, money, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { appText, carrierText, networkText, tagText } from '../core/labels.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { segmentBadge } from '../parts/badge.js';
import { facts } from '../parts/facts.js';
import { pageHead } from '../parts/page-head.js';
import { deviceText, placeText, scanTable } from '../parts/scan-table.js';
import { emptyState, loaded } from '../parts/state.js';

/** One customer as the scans tell: no name, no contact. */
class Customer extends ZmElement {
  static properties = { customerId: { attribute: false } };

  #load = new Load(this, (options) => get(`/customers/${encodeURIComponent(this.customerId)}`, options), () => this.customerId);

  render() {
    return html`${pageHead(t('customers.one'), { names: this.customerId, lead: html`<span class="mono">${this.customerId}</span>`,
        back: { href: link(['customers']), text: t('customers.title') } })}
      ${loaded(this.#load, (customer) => this.#content(customer))}`;
  }

  #content(c) {
    return html`<div class="columns">
      <section class="card" aria-labelledby="value"><h2 id="value">${t('customers.value')}</h2>${facts([
        [t('customers.segment'), c.segment ? segmentBadge(c.segment) : NONE],
        [t('customers.purchases'), number(c.purchases)],
        [t('customers.spent'), money(c.spentFen)],
        [t('customers.scans'), number(c.scans)],
        [t('customers.firstSeen'), instant(c.firstSeen)],
        [t('customers.lastSeen'), instant(c.lastSeen)],
      ])}
      ${c.tags?.length ? html`<h3 class="gap">${t('customers.tags')}</h3><ul class="tags">${c.tags.map((tag) => html`<li>${tagText(tag)}</li>`)}</ul>` : nothing}
      </section>
      <section class="card" aria-labelledby="profile"><h2 id="profile">${t('customers.profile')}</h2>${facts([
        [t('customers.place'), placeText(c)],
        [t('customers.device'), deviceText({ brand: c.deviceBrand, model: c.deviceModel })],
        [t('customers.os'), c.os || NONE],
        [t('customers.app'), appText(c) || NONE],
        [t('customers.carrier'), carrierText(c.carrier) || NONE],
        [t('customers.network'), networkText(c.networkType) || NONE],
      ])}</section></div>
    <section class="card flush" aria-labelledby="scans"><h2 id="scans" class="card-title">${t('customers.recent')}</h2>
      ${c.recentScans?.length ? scanTable(c.recentScans, t('customers.recent')) : emptyState(t('scans.empty'))}</section>`;
  }
}

customElements.define('zm-customer', Customer);
