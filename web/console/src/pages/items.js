import { html, nothing } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, grouped, instant, number } from '../core/format.js';
import { has, t } from '../core/i18n.js';
import { appText } from '../core/labels.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { outcomeBadge, stateBadge } from '../parts/badge.js';
import { facts } from '../parts/facts.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { deviceText, placeText } from '../parts/scan-table.js';
import { emptyState, loaded } from '../parts/state.js';

/** The history of one item, found by its serial or its link. */
class Items extends ZmElement {
  static properties = { code: { attribute: false } };

  #load = new Load(this, async (options) => (this.code ? get(withQuery('/items', { code: this.code }), options) : { none: true }), () => this.code);

  render() {
    return html`${pageHead(t('items.title'), { lead: t('items.lead') })}
      <form class="card search" role="search" @submit=${this.#search}>
        ${field({ name: 'code', label: t('items.code'), value: this.code, required: true, maxlength: 600, hint: t('items.hint') })}
        <button class="button primary" data-test="find-item">${t('items.find')}</button>
      </form>
      ${loaded(this.#load, (item) => (item.none ? nothing : this.#item(item)))}`;
  }

  #item(item) {
    return html`<div class="columns">
      <section class="card" data-test="item" aria-labelledby="item-facts"><h2 id="item-facts">${item.productName}</h2>
        ${item.suspect ? html`<p class="notice bad">${t('items.suspect')}</p>` : nothing}
        ${facts([
          [t('items.serial'), html`<span class="mono">${/^[0-9A-Z]{20}$/.test(item.serial) ? grouped(item.serial) : item.serial}</span>`],
          [t('items.kind'), t(`kind.${String(item.kind).toLowerCase()}`)],
          [t('products.gtin'), html`<span class="mono">${item.gtin}</span>`],
          [t('items.batch'), html`<a href=${link(['batches', String(item.batchNumber)])}>${t('batches.numbered', { number: item.batchNumber })}</a>
            ${stateBadge(item.batchState)}`],
          [t('items.state'), html`<span data-test="item-state">${stateBadge(item.state)}</span>`],
          [t('items.number'), number(item.itemNumber)],
          [t('items.scans'), t('items.counts', { scans: number(item.scans), sessions: number(item.sessions), devices: number(item.devices) })],
          [t('evidence.title'), html`<a href=${link(['suspects', String(item.batchNumber), String(item.itemNumber)])} data-test="see-evidence">${t('evidence.see')}</a>`],
          [t('items.firstVerified'), item.firstVerifiedAt ? `${instant(item.firstVerifiedAt)} · ${item.firstVerifiedPlace ?? NONE}` : t('items.never')],
        ])}
      </section>
      <section class="card" aria-labelledby="item-scans"><h2 id="item-scans">${t('items.timeline')}</h2>
        ${item.recentScans.length === 0 ? emptyState(t('items.noScans')) : html`<ol class="timeline" data-test="timeline">
          ${item.recentScans.map((scan) => this.#event(scan))}</ol>`}
      </section></div>`;
  }

  #event(scan) {
    const reasons = (scan.reasons ?? []).map((slug) => `reason.${slug}`).filter(has).map((key) => t(key));
    return html`<li class="event ${scan.outcome}"><div>${outcomeBadge(scan.outcome)}<time class="soft small" datetime=${scan.at}>${instant(scan.at)}</time></div>
      <p>${placeText(scan.place)} · ${deviceText(scan.device)}${appText(scan.device) ? ` · ${appText(scan.device)}` : ''}</p>
      ${reasons.length ? html`<p class="soft small">${reasons.join(' · ')}</p>` : nothing}</li>`;
  }

  #search = (event) => {
    event.preventDefault();
    const code = new FormData(event.target).get('code').trim();
    if (code === this.code) this.#load.reload();
    else go(['items'], { code });
  };
}

customElements.define('zm-items', Items);
