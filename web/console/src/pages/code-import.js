import { html, nothing } from 'lit';
import { downloadLink, get, remove, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, day, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { isAtHand, sendChecked } from '../core/import-list.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toastProblem } from '../core/toast.js';
import { importBadge } from '../parts/badge.js';
import { facts } from '../parts/facts.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

const POLL_MS = 1000;
const UNDER_WAY = ['WAITING', 'RUNNING'];

/** One list: how far it is, what came of it, which lines were refused and why. */
class CodeImport extends ZmElement {
  static properties = { importId: { attribute: false }, page: { attribute: false } };

  #timer = 0;
  #import = new Load(this, (options) => this.#fetch(options), () => this.importId);
  #refusals = new Load(this, (options) => get(withQuery(`/code-imports/${this.importId}/refusals`, { page: this.page }), options),
    () => [this.importId, this.page]);
  #submit = new Submit(this);

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  async #fetch(options) {
    clearTimeout(this.#timer);
    const before = this.#import.value;
    const list = await get(`/code-imports/${this.importId}`, options);
    if (UNDER_WAY.includes(list.state)) this.#timer = setTimeout(this.#import.reload, POLL_MS);
    else if (before) this.#refusals.reload();
    return list;
  }

  render() {
    return html`${pageHead(t('imports.numbered', { id: this.importId }), { back: { href: link(['code-imports']), text: t('imports.title') } })}
      ${loaded(this.#import, (list) => html`${UNDER_WAY.includes(list.state) ? this.#progress(list) : nothing}${this.#result(list)}`)}
      <section class="card flush" aria-labelledby="refusals"><div class="card-title with-action"><h2 id="refusals">${t('imports.refusals')}</h2>
        ${this.#refusals.value?.total ? html`<a class="button small" download data-test="refusals-csv" href=${downloadLink(`/code-imports/${this.importId}/refusals.csv`)}>${icon('download', 16)}${t('imports.csv')}</a>` : nothing}</div>
        ${loaded(this.#refusals, (list) => (list.total === 0 ? emptyState(this.#import.value?.state === 'DONE' ? t('imports.noRefusals') : NONE) : html`${this.#lines(list)}${pager(list)}`))}
      </section>`;
  }

  #progress(list) {
    const text = list.state === 'WAITING' ? t('imports.waiting')
      : t('imports.progress', { percentage: number(list.percentage), rate: number(list.rowsPerSecond), left: number(list.secondsLeft) });
    return html`<div class="card running" data-test="import-progress"><label for="progress">${text}</label>
      <progress id="progress" max="100" value=${list.percentage}></progress>
      <button class="button" type="button" data-test="cancel-import" @click=${this.#cancel}>${t('action.cancel')}</button></div>`;
  }

  #result(list) {
    const done = list.state === 'DONE';
    return html`<div class="columns">
      <section class="card" aria-labelledby="import-facts"><h2 id="import-facts">${t('imports.facts')}</h2>
        ${list.failure ? html`<p class="notice bad" role="alert" data-test="import-failure">${list.failure.message}</p>` : nothing}
        ${facts([
          [t('imports.state'), html`<span data-test="import-state">${importBadge(list.state)}</span>`],
          [t('imports.kind'), t(list.check ? 'imports.kind.check' : 'imports.kind.import')],
          [t('imports.rows'), number(list.rows)],
          [t('imports.accepted'), html`<span data-test="accepted">${number(list.accepted)}</span>`],
          [t('imports.refused'), number(list.refused)],
          [t('imports.at'), `${instant(list.createdAt)} ${list.createdBy}`],
        ])}
        ${done && list.check && list.accepted ? this.#afterCheck(list) : nothing}
      </section>
      <section class="card" aria-labelledby="import-batches"><h2 id="import-batches">${t('imports.batches')}</h2>
        ${list.batches.length === 0 ? emptyState(done ? t('imports.noBatches') : NONE) : this.#batches(list)}
      </section></div>`;
  }

  #afterCheck(list) {
    return html`<p class="notice gap">${t('imports.okCheck', { accepted: number(list.accepted) })}</p>
      ${isAtHand(list.id)
        ? html`<button class="button primary" type="button" data-test="import-checked" ?disabled=${this.#submit.busy} @click=${this.#importChecked}>${t('imports.startNow')}</button>`
        : html`<a href=${link(['code-imports'])}>${t('imports.again')}</a>`}`;
  }

  #batches(list) {
    return html`${list.check ? nothing : html`<p class="soft small">${t('imports.activate')}</p>`}
      ${table({
        caption: t('imports.batches'), test: 'import-batches', rows: list.batches,
        columns: [
          { head: t('batches.number'), cell: (b) => (b.number ? html`<a href=${link(['batches', String(b.number)])}>${t('batches.numbered', { number: b.number })}</a>` : html`<span class="soft">${t('imports.wouldBe')}</span>`) },
          { head: t('products.gtin'), cell: (b) => html`<span class="mono">${b.gtin}</span>` },
          { head: t('batches.lot'), cell: (b) => html`<span class="mono">${b.lot}</span>` },
          { head: t('batches.expiresOn'), num: true, cell: (b) => day(b.expiresOn) },
          { head: t('batches.quantity'), num: true, cell: (b) => number(b.quantity) },
        ],
      })}`;
  }

  #lines(list) {
    return table({
      caption: t('imports.refusals'), test: 'refusals', rows: list.items,
      columns: [
        { head: t('imports.line'), cell: (r) => number(r.line) },
        { head: t('imports.code'), wide: true, cell: (r) => html`<span class="mono foreign">${r.value || NONE}</span>` },
        { head: t('imports.reason'), wide: true, cell: (r) => r.message },
      ],
    });
  }

  #cancel = () => remove(`/code-imports/${this.importId}`).then(this.#import.reload, toastProblem);

  #importChecked = async () => {
    const started = await this.#submit.run(() => sendChecked(this.#import.value.id));
    if (started) go(['code-imports', String(started.id)]);
  };
}

customElements.define('zm-code-import', CodeImport);
