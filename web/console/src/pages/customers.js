import { html } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, day, money, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link, refine } from '../core/router.js';
import { segmentBadge } from '../parts/badge.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { deviceText, placeText } from '../parts/scan-table.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

export const SEGMENTS = ['KEY_VALUE', 'GENERAL_KEEP', 'GENERAL_WINBACK'];

class Customers extends ZmElement {
  static properties = { page: { attribute: false }, segment: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/customers', { segment: this.segment, page: this.page }), options),
    () => [this.page, this.segment]);

  render() {
    const filter = field({ name: 'segment', label: t('customers.segment'), value: this.segment,
      options: [['', t('customers.all')], ...SEGMENTS.map((s) => [s, t(`segment.${s}`)])],
      onInput: (event) => refine({ segment: event.target.value, page: '' }) });
    return html`${pageHead(t('customers.title'), { lead: t('customers.lead'), actions: filter })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('customers.empty'))
        : html`<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #table(list) {
    return table({
      caption: t('customers.title'), test: 'customers', rows: list.items,
      columns: [
        { head: t('customers.id'), cell: (c) => html`<a class="mono" href=${link(['customers', String(c.id)])}>${String(c.id).slice(0, 12)}</a>` },
        { head: t('customers.segment'), cell: (c) => (c.segment ? segmentBadge(c.segment) : NONE) },
        { head: t('customers.place'), cell: (c) => placeText(c) },
        { head: t('customers.device'), wide: true, cell: (c) => html`<span class="stack"><span>${deviceText({ brand: c.deviceBrand, model: c.deviceModel })}</span>
          <span class="soft small">${[c.os, c.hostApp].filter(Boolean).join(' · ')}</span></span>` },
        { head: t('customers.scans'), num: true, cell: (c) => number(c.scans) },
        { head: t('customers.purchases'), num: true, cell: (c) => number(c.purchases) },
        { head: t('customers.spent'), num: true, cell: (c) => money(c.spentFen) },
        { head: t('customers.lastSeen'), num: true, cell: (c) => day(c.lastSeen) },
      ],
    });
  }
}

customElements.define('zm-customers', Customers);
