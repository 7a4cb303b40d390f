import { html, nothing } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, day, grouped, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { appText, carrierText } from '../core/labels.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { toastProblem } from '../core/toast.js';
import { outcomeBadge, stateBadge, suspectBadge } from '../parts/badge.js';
import { facts } from '../parts/facts.js';
import { pageHead } from '../parts/page-head.js';
import { RULINGS } from '../parts/ruling.js';
import { deviceText } from '../parts/scan-table.js';
import { scoreStack } from '../parts/score.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import { provinceNames, territoryText } from '../parts/territory.js';
import { wayFacts } from '../parts/evidence-map.js';
import '../parts/looks-chart.js';
import './rule-item.js';

const TOLD_JOURNEYS = 8;
const TOLD_DEVICES = 50;

/** What speaks for or against one item, in pictures first, and what was decided about it. */
class Suspect extends ZmElement {
  static properties = { batch: { attribute: false }, item: { attribute: false }, ruling: { state: true }, older: { state: true } };

  #load = new Load(this, (options) => {
    this.older = { items: [], next: undefined };
    return get(`/batches/${this.batch}/items/${this.item}/evidence`, options);
  }, () => [this.batch, this.item]);

  #provinces = provinceNames(this);

  constructor() {
    super();
    this.older = { items: [], next: undefined };
  }

  render() {
    const evidence = this.#load.value;
    return html`${pageHead(evidence ? evidence.item.productName : t('evidence.title'), {
        lead: evidence ? html`<span class="mono">${serialText(evidence.item.code)}</span>` : nothing,
        back: { href: link(['suspects']), text: t('suspects.title') }, actions: evidence ? this.#actions(evidence) : nothing })}
      ${loaded(this.#load, (e) => this.#content(e))}
      ${this.ruling ? html`<zm-rule-item .kind=${this.ruling} .batch=${this.batch} .item=${this.item} .seen=${evidence.rulings[0]?.number ?? 0}
        @done=${this.#ruled} @closed=${() => { this.ruling = null; }}></zm-rule-item>` : nothing}`;
  }

  #actions(evidence) {
    if (evidence.state === 'VOIDED') return nothing;
    return RULINGS.filter((kind) => kind !== evidence.state).map((kind) => html`<button class="button ${kind === 'CLEARED' ? '' : 'danger'}"
      type="button" data-test="rule-${kind}" @click=${() => { this.ruling = kind; }}>${t(`ruling.do.${kind}`)}</button>`);
  }

  #content(e) {
    return html`<div class="columns">
        <section class="card" aria-labelledby="score"><h2 id="score">${t('evidence.speaks')} ${e.state ? suspectBadge(e.state) : nothing}</h2>
          ${scoreStack(e)}
          ${e.findings.length ? nothing : html`<p class="soft">${t(e.state === 'CLEARED' ? 'evidence.cleared' : 'evidence.nothing')}</p>`}</section>
        <section class="card" aria-labelledby="facts"><h2 id="facts">${t('evidence.item')}</h2>${this.#facts(e)}</section>
      </div>
      ${e.rulings.length ? this.#rulings(e.rulings) : nothing}
      ${e.looks === 0 ? emptyState(t('items.noScans')) : this.#pictures(e)}`;
  }

  #facts({ item, counts, suspectSince }) {
    return facts([
      [t('items.batch'), html`<a href=${link(['batches', String(item.batchNumber)])}>${t('batches.numbered', { number: item.batchNumber })}</a> ${stateBadge(item.batchState)}`],
      [t('items.state'), html`<span data-test="item-state">${stateBadge(item.state)}</span>`],
      [t('items.number'), number(item.itemNumber)],
      [t('territory.title'), territoryText(item.soldIn, this.#provinces.value ?? [])],
      [t('batches.expiresOn'), day(item.expiresOn)],
      [t('items.scans'), t('items.counts', { scans: number(counts.scans), sessions: number(counts.sessions), devices: number(counts.devices) })],
      [t('items.firstVerified'), counts.firstVerifiedAt ? `${instant(counts.firstVerifiedAt)} · ${counts.firstVerifiedPlace || NONE}` : t('items.never')],
      [t('suspects.since'), instant(suspectSince)],
    ]);
  }

  #rulings(rulings) {
    return html`<section class="card" aria-labelledby="rulings"><h2 id="rulings">${t('ruling.title')}</h2>
      <ol class="rulings" data-test="rulings">${rulings.map((r) => html`<li><div>${suspectBadge(r.kind)}<time class="soft small" datetime=${r.at}>${instant(r.at)}</time>
        <span class="soft small">${r.by}</span></div><p>${r.note}</p>
        <p class="soft small">${t('ruling.then', { score: number(r.score), scans: number(r.scans), devices: number(r.devices) })}</p></li>`)}</ol></section>`;
  }

  #pictures(e) {
    return html`${e.complete ? nothing : html`<p class="notice" data-test="incomplete">${t('evidence.incomplete', { looks: number(e.looks) })}</p>`}
      <div class="columns map-and-ways">
        <section class="card" aria-labelledby="map"><h2 id="map">${t('evidence.where')}</h2>
          <zm-evidence-map .places=${e.places} .journeys=${e.journeys}></zm-evidence-map></section>
        <section class="card" aria-labelledby="ways"><h2 id="ways">${t('evidence.ways')}</h2>${this.#ways(e.journeys)}</section>
      </div>
      <section class="card" aria-labelledby="line"><h2 id="line">${t('evidence.when')}</h2>
        <zm-looks-chart .looks=${this.#looks(e)} .devices=${e.devices}></zm-looks-chart></section>
      <section class="card flush" aria-labelledby="devices"><h2 id="devices" class="card-title">${t('evidence.devices')}</h2>${this.#devices(e.devices)}</section>
      <section class="card" aria-labelledby="scans"><h2 id="scans">${t('items.timeline')}</h2>${this.#timeline(e)}</section>`;
  }

  #looks(e) {
    return [...e.timeline.items, ...this.older.items];
  }

  #ways(journeys) {
    if (journeys.length === 0) return html`<p class="soft">${t('evidence.noWays')}</p>`;
    const telling = [...journeys].sort((a, b) => b.impossible - a.impossible || b.metresPerSecond - a.metresPerSecond || b.metres - a.metres).slice(0, TOLD_JOURNEYS);
    return html`<ol class="ways" data-test="ways">${telling.map((j) => html`<li class=${j.impossible ? 'impossible' : ''}>
      <strong>${j.from.name} → ${j.to.name}</strong>
      <span>${wayFacts(j)}</span>
      <span class="soft small">${instant(j.departed)} – ${instant(j.arrived)}</span></li>`)}</ol>`;
  }

  #devices(devices) {
    return table({
      caption: t('evidence.devices'), test: 'devices', rows: devices.slice(0, TOLD_DEVICES),
      columns: [
        { head: t('evidence.device'), cell: (d) => html`<span class="mono small">${d.id}</span>` },
        { head: t('scans.device'), wide: true, cell: (d) => html`<span class="stack"><span>${deviceText(d.agent)}</span><span class="soft small">${d.agent.os}</span></span>` },
        { head: t('scans.app'), cell: (d) => appText(d.agent) || NONE },
        { head: t('evidence.looks'), num: true, cell: (d) => number(d.looks) },
        { head: t('evidence.sessions'), num: true, cell: (d) => number(d.sessions) },
        { head: t('evidence.places'), num: true, cell: (d) => number(d.places) },
        { head: t('evidence.firstLast'), cell: (d) => html`<span class="stack small"><span>${instant(d.first)}</span><span class="soft">${instant(d.last)}</span></span>` },
        { head: t('evidence.lastPlace'), cell: (d) => d.lastPlace.name || NONE },
      ],
    });
  }

  #timeline(e) {
    const next = this.older.next === undefined ? e.timeline.next : this.older.next;
    return html`<ol class="timeline" data-test="timeline">${this.#looks(e).map((look) => this.#look(look))}</ol>
      ${next ? html`<button class="button" type="button" data-test="older" @click=${() => this.#more(next)}>${t('evidence.older')}</button>` : nothing}`;
  }

  #look(look) {
    const notes = [t('evidence.session', { session: number(look.session) }), look.score ? t('evidence.scoreThen', { score: number(look.score) }) : '',
      look.visitor === 'PERSON' ? '' : t('evidence.program'), look.kind === 'OUTER' ? t('kind.outer') : ''].filter(Boolean);
    return html`<li class="event ${look.outcome}"><div>${outcomeBadge(look.outcome)}<time class="soft small" datetime=${look.at}>${instant(look.at)}</time>
        <span class="mono small soft">${look.device}</span></div>
      <p>${[look.place.name || t('evidence.unknownPlace'), carrierText(look.carrier), deviceText(look.agent), appText(look.agent)].filter((x) => x && x !== NONE).join(' · ')}</p>
      ${look.fired.map((reason) => html`<p class="fired small">${t('evidence.fired', { reason: t(`reason.${reason}`) })}</p>`)}
      <p class="soft small">${notes.join(' · ')}</p></li>`;
  }

  async #more(next) {
    try {
      const part = await get(withQuery(`/batches/${this.batch}/items/${this.item}/evidence/scans`, { before: next }));
      this.older = { items: [...this.older.items, ...part.items], next: part.next ?? null };
    } catch (problem) {
      toastProblem(problem);
    }
  }

  #ruled = () => {
    this.ruling = null;
    this.#load.reload();
  };
}

const serialText = (code) => (/^[0-9A-Z]{20}$/.test(code) ? grouped(code) : code);

customElements.define('zm-suspect', Suspect);
