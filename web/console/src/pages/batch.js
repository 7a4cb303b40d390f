import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { session } from '../core/session.js';
import { stateBadge } from '../parts/badge.js';
import { rangeText } from '../parts/items-text.js';
import { facts } from '../parts/facts.js';
import { pageHead } from '../parts/page-head.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import { provinceNames, territoryText } from '../parts/territory.js';
import '../parts/copy-link.js';
import './batch-deliveries.js';
import './batch-edit.js';
import './batch-items.js';
import './batch-move.js';
import './batch-reconciliation.js';
import './batch-territory.js';

const FORWARD = ['ISSUED', 'ACTIVE'];

/** One batch: what it is, where its codes are, what happened to it. */
class Batch extends ZmElement {
  static properties = { number: { attribute: false }, moveTo: { state: true }, editing: { state: true }, settling: { state: true }, version: { state: true } };

  #batch = new Load(this, (options) => get(`/batches/${this.number}`, options), () => this.number);
  #moves = new Load(this, (options) => get(`/batches/${this.number}/moves`, options), () => this.number);

  #provinces = provinceNames(this);

  #states = new Load(this, (options) => get(`/batches/${this.number}/states`, options), () => this.number);

  constructor() {
    super();
    this.version = 0;
  }

  render() {
    return html`${pageHead(t('batches.numbered', { number: this.number }), {
        names: this.#batch.value?.productName,
        back: { href: link(['batches']), text: t('batches.title') }, actions: this.#actions() })}
      ${loaded(this.#batch, (batch) => this.#content(batch))}
      ${this.moveTo ? html`<zm-batch-move .number=${this.number} .to=${this.moveTo}
        @done=${this.#moved} @closed=${() => { this.moveTo = null; }}></zm-batch-move>` : nothing}
      ${this.editing ? html`<zm-batch-edit .batch=${this.#batch.value} @done=${this.#moved}
        @closed=${() => { this.editing = false; }}></zm-batch-edit>` : nothing}
      ${this.settling ? html`<zm-batch-territory .batch=${this.#batch.value} @done=${this.#moved}
        @closed=${() => { this.settling = false; }}></zm-batch-territory>` : nothing}`;
  }

  #actions() {
    const moves = this.#states.value?.moves ?? [];
    if (!session.canEdit || moves.length === 0) return nothing;
    const edit = html`<button class="button" type="button" data-test="edit-draft" @click=${() => { this.editing = true; }}>${t('draft.edit')}</button>`;
    return html`${this.#batch.value?.state === 'CREATED' ? edit : nothing}${moves.map((to) => html`<button
      class="button ${FORWARD.includes(to) ? 'primary' : 'danger'}" type="button"
      data-test="move-${to}" @click=${() => { this.moveTo = to; }}>${t(`move.${to}`)}</button>`)}`;
  }

  #content(b) {
    return html`<div class="columns">
      <section class="card" aria-labelledby="batch-facts"><h2 id="batch-facts">${t('batches.facts')}</h2>
        ${facts([
          [t('batches.state'), html`<span data-test="batch-state">${stateBadge(b.state)}</span>`],
          [t('batches.product'), html`<a href=${link(['products', b.gtin])}>${b.productName}</a>`],
          [t('products.gtin'), html`<span class="mono">${b.gtin}</span>`],
          [t('batches.lot'), html`<span class="mono">${b.lot}</span>`],
          [t('batches.quantity'), number(b.quantity)],
          [t('batches.producedOn'), day(b.producedOn)],
          [t('batches.expiresOn'), day(b.expiresOn)],
          [t('territory.title'), this.#territory(b)],
          [t('batches.createdAt'), t('batches.createdBy', { at: instant(b.createdAt), by: b.createdBy ?? '' })],
          [t('batches.profile'), t(`profile.${b.profile}`)],
          [t('batches.keyId'), html`<span class="mono">${b.keyId}</span>`],
        ])}
        ${b.sampleLink ? html`<h3 class="gap">${t('batches.sample')}</h3><zm-copy-link .href=${b.sampleLink}></zm-copy-link>` : nothing}
      </section>
      ${session.canEdit && b.profile !== 'FOREIGN' && b.state !== 'CREATED' ? html`<div><zm-batch-deliveries .batch=${b}></zm-batch-deliveries></div>` : nothing}
    </div>
    ${loaded(this.#states, (states) => html`<zm-batch-items .number=${this.number} .states=${states} @moved=${this.#moved}></zm-batch-items>`)}
    ${session.canEdit && b.state !== 'CREATED' ? html`<zm-batch-reconciliation .number=${this.number} .version=${this.version}></zm-batch-reconciliation>` : nothing}
    <section class="card flush" aria-labelledby="batch-moves"><h2 id="batch-moves" class="card-title">${t('batches.moves')}</h2>
      ${loaded(this.#moves, (moves) => (moves.length === 0 ? emptyState(t('batches.noMoves')) : table({
        caption: t('batches.moves'), test: 'batch-moves', rows: moves,
        columns: [
          { head: t('batches.at'), cell: (m) => instant(m.at) },
          { head: t('batches.change'), cell: (m) => html`${m.from ? html`${stateBadge(m.from)} → ` : nothing}${stateBadge(m.to)}` },
          { head: t('states.items'), cell: (m) => this.#items(m) },
          { head: t('states.count'), num: true, cell: (m) => number(m.itemCount) },
          { head: t('batches.reason'), wide: true, cell: (m) => m.reason },
          { head: t('batches.by'), cell: (m) => m.by },
        ],
      })))}
    </section>`;
  }

  #territory(b) {
    return html`<span data-test="sold-in">${territoryText(b.soldIn, this.#provinces.value ?? [])}</span>
      ${session.canEdit ? html`<button class="link small" type="button" data-test="change-territory"
        @click=${() => { this.settling = true; }}>${t('territory.change')}</button>` : nothing}`;
  }

  #items(move) {
    return move.scope === 'WHOLE' ? t('scope.WHOLE') : html`${rangeText(move)} <span class="soft small">${t(`scope.${move.scope}`)}</span>`;
  }

  #moved = () => {
    this.moveTo = null;
    this.editing = false;
    this.settling = false;
    this.version += 1;
    this.#states.reload();
    this.#batch.reload();
    this.#moves.reload();
  };
}

customElements.define('zm-batch', Batch);
