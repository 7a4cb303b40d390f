import { html } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { session } from '../core/session.js';
import { stateBadge } from '../parts/badge.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

class Batches extends ZmElement {
  static properties = { page: { attribute: false }, gtin: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/batches', { page: this.page, gtin: this.gtin }), options),
    () => [this.page, this.gtin]);

  render() {
    const add = html`<a class="button primary" href=${link(['batches', 'new'], { gtin: this.gtin })} data-test="new-batch">${icon('plus', 16)}${t('batches.new')}</a>`;
    const actions = session.canEdit ? add : undefined;
    return html`${pageHead(t('batches.title'), { lead: t('batches.lead'), actions })}
      ${this.gtin ? html`<p class="filter-note">${t('batches.ofGtin')} <span class="mono">${this.gtin}</span>
        <a href=${link(['batches'])}>${t('action.showAll')}</a></p>` : ''}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('batches.empty'))
        : html`<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #table(list) {
    return table({
      caption: t('batches.title'), test: 'batches', rows: list.items,
      columns: [
        { head: t('batches.number'), cell: (b) => html`<a class="num" href=${link(['batches', String(b.number)])}>${t('batches.numbered', { number: b.number })}</a>` },
        { head: t('batches.product'), wide: true, cell: (b) => b.productName },
        { head: t('batches.lot'), cell: (b) => html`<span class="mono">${b.lot}</span>` },
        { head: t('batches.quantity'), num: true, cell: (b) => number(b.quantity) },
        { head: t('batches.state'), cell: (b) => stateBadge(b.state) },
        { head: t('batches.producedOn'), num: true, cell: (b) => day(b.producedOn) },
        { head: t('batches.expiresOn'), num: true, cell: (b) => day(b.expiresOn) },
      ],
    });
  }
}

customElements.define('zm-batches', Batches);
