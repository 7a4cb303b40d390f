import { html, nothing } from 'lit';
import { post, upload, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field } from '../parts/field.js';
import { lineErrors } from '../parts/line-errors.js';
import { movePreview } from '../parts/move-preview.js';

const TARGETS = ['ACTIVE', 'RECALLED', 'VOID'];

/** Moves a range of items or an uploaded list; first shows what the move would come to. */
class ItemsMove extends ZmElement {
  static properties = { number: { attribute: false }, last: { attribute: false }, by: { state: true }, preview: { state: true } };

  #submit = new Submit(this);

  constructor() {
    super();
    this.by = 'range';
    this.preview = null;
  }

  render() {
    const error = (name) => this.#submit.error(name);
    return dialog({
      title: t('states.move'), test: 'items-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#send} @input=${this.#changed}>
        ${field({ name: 'to', label: t('itemsMove.to'), value: TARGETS[0], error: error('to'), options: TARGETS.map((s) => [s, t(`state.${s}`)]) })}
        <fieldset class="choices"><legend>${t('itemsMove.which')}</legend>
          ${['range', 'list'].map((by) => html`<label class="choice"><input type="radio" name="by" value=${by} ?checked=${this.by === by}
            data-test="by-${by}" @change=${() => { this.by = by; }}> ${t(`itemsMove.${by}`)}</label>`)}</fieldset>
        ${this.by === 'range' ? this.#range(error) : this.#list()}
        ${field({ name: 'reason', label: t('batches.reason'), required: true, maxlength: 300, error: error('reason'), hint: t('move.reasonHint') })}
        ${this.preview ? movePreview(this.preview) : nothing}
        ${lineErrors(this.#submit.problem)}
        ${error('items') ? html`<p class="notice bad" role="alert">${error('items')}</p>` : nothing}
        <div class="form-end">
          <button class="button" type="button" data-test="preview-move" ?disabled=${this.#submit.busy} @click=${this.#look}>${t('itemsMove.look')}</button>
          <button class="button primary" data-test="confirm-items" ?disabled=${this.#submit.busy || !this.#mayMove()}>${t('itemsMove.move')}</button></div>
      </form>`,
    });
  }

  #range(error) {
    return html`<div class="fields">
      ${field({ name: 'firstItem', label: t('itemsMove.first'), type: 'number', min: 0, max: this.last, value: 0, required: true, error: error('firstItem') })}
      ${field({ name: 'lastItem', label: t('itemsMove.last'), type: 'number', min: 0, max: this.last, value: this.last, required: true, error: error('lastItem') })}</div>`;
  }

  #list() {
    return field({ name: 'file', label: t('itemsMove.file'), type: 'file', required: true, hint: t('itemsMove.fileHint') });
  }

  #mayMove() {
    return this.preview !== null && this.preview.items > 0 && this.preview.conflicts.length === 0;
  }

  #changed = (event) => {
    if (event.target.name !== 'reason') this.preview = null;
  };

  #close = () => this.dispatchEvent(new Event('closed'));

  #look = async () => {
    const values = Object.fromEntries(new FormData(this.querySelector('form')));
    this.preview = await this.#submit.run(() => (this.by === 'range'
      ? post(`/batches/${this.number}/moves/preview`, this.#body(values))
      : upload(withQuery(`/batches/${this.number}/moves/list/preview`, { to: values.to }), values.file, 'text/csv'))) ?? null;
  };

  #send = async (event) => {
    const batch = await this.#submit.send(event, (values) => (this.by === 'range'
      ? post(`/batches/${this.number}/moves`, { ...this.#body(values), reason: values.reason })
      : upload(withQuery(`/batches/${this.number}/moves/list`, { to: values.to, reason: values.reason }), values.file, 'text/csv')));
    if (!batch) return;
    toast(t('itemsMove.done'));
    this.dispatchEvent(new Event('done'));
  };

  #body({ to, firstItem, lastItem }) {
    return { to, firstItem: Number(firstItem), lastItem: Number(lastItem) };
  }
}

customElements.define('zm-items-move', ItemsMove);
