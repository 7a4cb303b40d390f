import { html, nothing } from 'lit';
import { get, post, put } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

/** Thresholds that belong together. */
const GROUPS = [
  ['people', ['mostDevices', 'mostStrangers', 'mostInRush', 'rushMinutes', 'sessionMinutes']],
  ['places', ['mostPlaces', 'fastestKmh', 'shortestJourneyKm', 'travelPoints']],
  ['sale', ['territoryPoints', 'earlyPoints']],
  ['score', ['suspectFrom']],
];

/** By which thresholds scans are judged: what holds, a change, and all versions so far. */
class Policy extends ZmElement {
  #policy = new Load(this, (options) => get('/policy', options));
  #versions = new Load(this, (options) => get('/policy/versions', options));
  #submit = new Submit(this);

  render() {
    return html`${pageHead(t('policy.title'), { lead: t('policy.lead') })}
      <div class="columns wide-left">
        ${loaded(this.#policy, (policy) => this.#form(policy))}
        <div class="card flush">${loaded(this.#versions, ({ items }) => this.#history(items))}</div>
      </div>`;
  }

  #form({ current, limits, standard }) {
    const mayChange = session.user?.role === 'BRAND_OPERATOR';
    return html`<form class="card" novalidate data-test="policy-form" @submit=${this.#save}>
      <h2>${t('policy.current', { n: current.version })}</h2>
      ${GROUPS.map(([group, names]) => html`<fieldset><legend>${t(`policy.group.${group}`)}</legend>
        ${names.map((name) => field({
          name, label: t(`policy.${name}`), type: 'number', required: true, inputmode: 'numeric', value: current.thresholds[name],
          min: limits[name].least, max: limits[name].most, disabled: !mayChange, error: this.#submit.error(`thresholds.${name}`),
          hint: t(`policy.${name}.hint`, { least: number(limits[name].least), most: number(limits[name].most), standard: number(standard[name]) }),
        }))}</fieldset>`)}
      ${mayChange ? html`${field({ name: 'note', label: t('policy.note'), maxlength: 300, hint: t('policy.noteHint'), error: this.#submit.error('note') })}
        ${this.#submit.error('version') ? html`<p class="error" role="alert" data-test="policy-outdated">${this.#submit.error('version')}</p>` : nothing}
        <p class="soft small">${t('policy.effect')}</p>
        <div class="form-end"><button class="button" type="button" data-test="reset-policy" ?disabled=${this.#submit.busy} @click=${this.#reset}>${t('policy.reset')}</button>
          <button class="button primary" data-test="save-policy" ?disabled=${this.#submit.busy}>${t('policy.save')}</button></div>` : nothing}
    </form>`;
  }

  #history(items) {
    return table({
      caption: t('policy.versions'), test: 'policy-versions', rows: items, rowTest: (v) => `policy-${v.version}`,
      columns: [
        { head: t('policy.version'), num: true, cell: (v) => number(v.version) },
        { head: t('policy.made'), cell: (v) => (v.madeAt ? html`<span class="stack"><span>${instant(v.madeAt)}</span><span class="soft small">${v.madeBy}</span></span>` : t('policy.standard')) },
        { head: t('policy.changes'), wide: true, cell: (v) => this.#changes(v, items) },
      ],
    });
  }

  /** What a version changed of the one before it. */
  #changes(version, items) {
    const before = items.find((other) => other.version === version.version - 1);
    const changed = before ? Object.keys(version.thresholds).filter((name) => version.thresholds[name] !== before.thresholds[name]) : [];
    return html`<span class="stack">${changed.map((name) => html`<span>${t('policy.changed', {
      name: t(`policy.${name}`), from: number(before.thresholds[name]), to: number(version.thresholds[name]) })}</span>`)}
      ${version.note ? html`<span class="soft small">${version.note}</span>` : nothing}</span>`;
  }

  #save = (event) => this.#done(this.#submit.send(event, ({ note, ...values }) => put('/policy', {
    version: this.#policy.value.current.version, note,
    thresholds: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])),
  })));

  #reset = () => this.#done(this.#submit.run(() => post('/policy/reset', { version: this.#policy.value.current.version, note: '' })));

  async #done(sending) {
    const version = await sending;
    if (!version) return;
    toast(t('policy.saved', { n: version.version }));
    this.#policy.reload();
    this.#versions.reload();
  }
}

customElements.define('zm-policy', Policy);
