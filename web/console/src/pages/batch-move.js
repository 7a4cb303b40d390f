import { html } from 'lit';
import { post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { movePreview } from '../parts/move-preview.js';

const FORWARD = ['ISSUED', 'ACTIVE'];

/** Asks why a batch changes state; the reason stays in its history. */
class BatchMove extends ZmElement {
  static properties = { number: { attribute: false }, to: { attribute: false } };

  #submit = new Submit(this);
  #preview = new Load(this, () => post(`/batches/${this.number}/moves/preview`, { to: this.to }), () => this.to);

  render() {
    const error = this.#submit.error('reason');
    return dialog({
      title: t(`move.${this.to}`), test: 'move-dialog', onClose: () => this.dispatchEvent(new Event('closed')),
      body: html`<form novalidate @submit=${this.#send}>
        <p>${t(`move.${this.to}.means`)}</p>
        ${this.#preview.value ? movePreview(this.#preview.value) : ''}
        <div class="field ${error ? 'invalid' : ''}"><label for="reason">${t('batches.reason')}</label>
          <textarea id="reason" name="reason" rows="3" required maxlength="300" data-test="reason" autofocus
            aria-invalid=${error ? 'true' : 'false'} aria-describedby="reason-hint"></textarea>
          ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
          <p class="hint" id="reason-hint">${t('move.reasonHint')}</p></div>
        <div class="form-end">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('action.cancel')}</button>
          <button class="button ${FORWARD.includes(this.to) ? 'primary' : 'danger solid'}" data-test="confirm-move" ?disabled=${this.#submit.busy}>${t(`move.${this.to}`)}</button></div>
      </form>`,
    });
  }

  #send = async (event) => {
    const batch = await this.#submit.send(event, ({ reason }) => post(`/batches/${this.number}/moves`, { to: this.to, reason }));
    if (!batch) return;
    toast(t('move.done', { state: t(`state.${batch.state}`) }));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-batch-move', BatchMove);
