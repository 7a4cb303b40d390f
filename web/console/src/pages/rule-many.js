import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { noteField, rulingMeans } from '../parts/ruling.js';

/** So many at once that the progress moves and a click on cancel is heard soon. */
const AT_ONCE = 20;

/** Decides about several items; each for itself, and those that were refused are named. */
class RuleMany extends ZmElement {
  static properties = { kind: { attribute: false }, items: { attribute: false }, done: { state: true }, refused: { state: true } };

  #submit = new Submit(this);
  #stopped = false;

  constructor() {
    super();
    this.done = 0;
    this.refused = [];
  }

  render() {
    return dialog({
      title: t(`ruling.do.${this.kind}`), test: 'ruling-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#send}>
        <p>${t('ruling.many', { count: number(this.items.length) })} ${rulingMeans(this.kind)}</p>
        ${noteField(this.#submit.error('note'))}
        ${this.done ? html`<div role="status" data-test="ruling-progress"><progress max=${this.items.length} value=${this.done}
          aria-label=${t('ruling.progressLabel')}></progress> ${t('ruling.progress', { done: number(this.done), count: number(this.items.length) })}</div>` : nothing}
        ${this.refused.length ? html`<ul class="discrepancies" data-test="ruling-refused">${this.refused.map((r) => html`<li>
          <strong>${t('ruling.itemOf', { batch: r.batchNumber, item: r.itemNumber })}</strong> ${r.problem.errors?.[0]?.message ?? r.problem.detail}</li>`)}</ul>` : nothing}
        <div class="form-end">
          <button class="button" type="button" @click=${this.#close}>${t(this.refused.length ? 'action.close' : 'action.cancel')}</button>
          ${this.refused.length ? nothing : html`<button class="button ${this.kind === 'CLEARED' ? 'primary' : 'danger solid'}"
            data-test="confirm-ruling" ?disabled=${this.#submit.busy}>${t(`ruling.do.${this.kind}`)}</button>`}</div>
      </form>`,
    });
  }

  #close = () => {
    this.#stopped = true;
    this.dispatchEvent(new Event(this.done ? 'done' : 'closed'));
  };

  #send = async (event) => {
    const ruled = await this.#submit.send(event, ({ note }) => this.#all(note));
    if (ruled === undefined || this.#stopped) return;
    toast(t('ruling.manyDone', { count: number(ruled) }));
    if (this.refused.length === 0) this.dispatchEvent(new Event('done'));
  };

  async #all(note) {
    let ruled = 0;
    const names = this.items.map(({ batchNumber, itemNumber }) => ({ batchNumber, itemNumber }));
    for (let from = 0; from < names.length && !this.#stopped; from += AT_ONCE) {
      const part = await post('/rulings', { kind: this.kind, note, items: names.slice(from, from + AT_ONCE) });
      ruled += part.ruled;
      this.refused = [...this.refused, ...part.refused];
      this.done = Math.min(names.length, from + AT_ONCE);
    }
    return ruled;
  }
}

customElements.define('zm-rule-many', RuleMany);
