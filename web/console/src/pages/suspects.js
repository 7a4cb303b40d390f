import { html, nothing } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, grouped, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link, refine } from '../core/router.js';
import { toastProblem } from '../core/toast.js';
import { suspectBadge } from '../parts/badge.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { scoreMeter } from '../parts/score.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import './rule-many.js';

const STATES = ['OPEN', 'COPY_CONFIRMED', 'CLEARED', 'VOIDED'];
const REASONS = ['many-devices', 'many-strangers', 'many-places', 'impossible-travel', 'places-at-once', 'rush', 'checked-early',
  'outside-territory', 'confirmed-copy'];
const SCORES = ['70', '80', '90', '100'];

/** Items whose codes look copied; several can be decided about at once. */
class Suspects extends ZmElement {
  static properties = { state: { attribute: false }, reason: { attribute: false }, minScore: { attribute: false },
    gtin: { attribute: false }, batch: { attribute: false }, chosen: { state: true }, ruling: { state: true }, more: { state: true } };

  #load = new Load(this, (options) => {
    this.more = { items: [], next: undefined };
    this.chosen = new Map();
    return get(withQuery('/suspects', this.#filter()), options);
  }, () => this.#filter());

  constructor() {
    super();
    this.chosen = new Map();
    this.more = { items: [], next: undefined };
  }

  #filter() {
    return { state: this.state === 'ALL' ? '' : this.state, reason: this.reason, minScore: this.minScore, gtin: this.gtin, batch: this.batch };
  }

  render() {
    return html`${pageHead(t('suspects.title'), { lead: t('suspects.lead') })}
      <div class="filters">
        <div class="switch" role="group" aria-label=${t('suspects.state')}>${[...STATES, 'ALL'].map((s) => html`<button type="button"
          data-test="state-${s}" aria-pressed=${s === this.state ? 'true' : 'false'} @click=${() => refine({ state: s })}>${t(`suspects.state.${s}`)}</button>`)}</div>
        ${this.#select('reason', [['', t('suspects.anyReason')], ...REASONS.map((r) => [r, t(`reason.${r}`)])])}
        ${this.#select('minScore', [['', t('suspects.anyScore')], ...SCORES.map((s) => [s, t('suspects.scoreFrom', { score: s })])])}
        ${this.batch ? html`<button class="button small" type="button" data-test="all-batches" @click=${() => refine({ batch: '' })}>
          ${t('batches.numbered', { number: this.batch })} ×</button>` : nothing}
      </div>
      ${loaded(this.#load, (slice) => this.#content(slice))}
      ${this.ruling ? html`<zm-rule-many .kind=${this.ruling} .items=${[...this.chosen.values()]}
        @done=${() => { this.ruling = null; this.#load.reload(); }} @closed=${() => { this.ruling = null; }}></zm-rule-many>` : nothing}`;
  }

  #select(name, options) {
    return field({ name, label: t(`suspects.${name}`), value: this[name], options, onInput: (event) => refine({ [name]: event.target.value }) });
  }

  #content(slice) {
    const items = [...slice.items, ...this.more.items];
    const next = this.more.next === undefined ? slice.next : this.more.next;
    if (items.length === 0) return emptyState(t(`suspects.empty.${this.state}`));
    return html`${this.#bar()}<div class="card flush">${table({
        caption: t('suspects.title'), test: 'suspects', rows: items, rowTest: (i) => `suspect-${i.batchNumber}-${i.itemNumber}`,
        columns: [
          { head: t('suspects.item'), wide: true, cell: (i) => this.#item(i) },
          { head: t('suspects.score'), cell: (i) => scoreMeter(i.score) },
          { head: t('suspects.why'), cell: (i) => html`<span class="reason-list">${i.reasons.map((r) => html`<span>${t(`reason.${r}`)}</span>`)}</span>` },
          { head: t('suspects.seen'), cell: (i) => html`<span class="stack"><span>${t('suspects.scans', { scans: number(i.scans) })}</span>
            <span class="soft small">${t('suspects.devices', { devices: number(i.devices) })}</span></span>` },
          { head: t('suspects.first'), cell: (i) => html`<span class="stack"><span>${i.firstVerifiedPlace || NONE}</span>
            <span class="soft small">${instant(i.firstVerifiedAt)}</span></span>` },
          { head: t('suspects.since'), cell: (i) => html`<span class="stack"><span>${suspectBadge(i.state)}</span><span class="soft small">${instant(i.since)}</span></span>` },
        ],
      })}
      ${next ? html`<div class="pager"><button class="button" type="button" data-test="more" @click=${() => this.#older(next)}>${t('suspects.more')}</button></div>` : nothing}</div>`;
  }

  #item(i) {
    const key = `${i.batchNumber}/${i.itemNumber}`;
    return html`<span class="pick"><input type="checkbox" data-test="pick-${i.batchNumber}-${i.itemNumber}" aria-label=${t('suspects.choose', { code: i.code })}
        .checked=${this.chosen.has(key)} @change=${(event) => this.#choose(key, i, event.target.checked)}>
      <span class="stack"><a href=${link(['suspects', String(i.batchNumber), String(i.itemNumber)])}>${i.productName}</a>
        <span class="mono small soft">${/^[0-9A-Z]{20}$/.test(i.code) ? grouped(i.code) : i.code}</span>
        <span class="soft small">${t('batches.numbered', { number: i.batchNumber })}</span></span></span>`;
  }

  #bar() {
    if (this.chosen.size === 0) return nothing;
    return html`<div class="card chosen-bar" role="region" aria-label=${t('suspects.chosenLabel')} data-test="chosen">
      <span>${t('suspects.chosen', { count: number(this.chosen.size) })}</span>
      ${['COPY_CONFIRMED', 'CLEARED', 'VOIDED'].map((kind) => html`<button class="button ${kind === 'CLEARED' ? '' : 'danger'}" type="button"
        data-test="rule-${kind}" @click=${() => { this.ruling = kind; }}>${t(`ruling.do.${kind}`)}</button>`)}</div>`;
  }

  #choose(key, item, on) {
    const chosen = new Map(this.chosen);
    if (on) chosen.set(key, item);
    else chosen.delete(key);
    this.chosen = chosen;
  }

  async #older(next) {
    try {
      const slice = await get(withQuery('/suspects', { ...this.#filter(), before: next }));
      this.more = { items: [...this.more.items, ...slice.items], next: slice.next ?? null };
    } catch (problem) {
      toastProblem(problem);
    }
  }
}

customElements.define('zm-suspects', Suspects);
