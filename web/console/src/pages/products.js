import { html, nothing } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, day, money, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { session } from '../core/session.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

class Products extends ZmElement {
  static properties = { page: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/products', { page: this.page }), options), () => this.page);

  render() {
    const add = html`<a class="button primary" href=${link(['products', 'new'])} data-test="new-product">${icon('plus', 16)}${t('products.new')}</a>`;
    const actions = session.canEdit ? add : undefined;
    return html`${pageHead(t('products.title'), { lead: t('products.lead'), actions })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('products.empty'))
        : html`<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #table(list) {
    return table({
      caption: t('products.title'), test: 'products', rows: list.items,
      columns: [
        { head: t('products.name'), wide: true, cell: (p) => html`<a href=${link(['products', p.gtin])}>${p.name}</a>` },
        { head: t('products.gtin'), cell: (p) => html`<span class="stack"><span class="mono">${p.gtin}</span>${p.circulation === 'RESTRICTED' ? html`<span class="soft small" data-test="restricted-${p.gtin}">${t('products.restrictedShort')}</span>` : nothing}</span>` },
        { head: t('products.category'), cell: (p) => p.category },
        { head: t('products.price'), num: true, cell: (p) => money(p.listPriceFen) },
        { head: t('products.shelfLife'), num: true, cell: (p) => (p.shelfLifeDays ? t('products.days', { n: number(p.shelfLifeDays) }) : NONE) },
        { head: t('products.createdAt'), num: true, cell: (p) => day(p.createdAt) },
        { head: t('nav.batches'), cell: (p) => html`<a href=${link(['batches'], { gtin: p.gtin })} aria-label=${t('products.batchesOf', { name: p.name })}>${t('action.show')}</a>` },
      ],
    });
  }
}

customElements.define('zm-products', Products);
