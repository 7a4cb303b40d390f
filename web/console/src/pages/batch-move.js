import { html } from 'lit';
import { post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';

/** Asks why a batch changes state; the reason stays in its history. */
class BatchMove extends ZmElement {
  static properties = { number: { attribute: false }, to: { attribute: false } };

  #submit = new Submit(this);

  render() {
    const error = this.#submit.error('reason');
    return dialog({
      title: t(`move.${this.to}`), test: 'move-dialog', onClose: () => this.dispatchEvent(new Event('closed')),
      body: html`<form novalidate @submit=${this.#send}>
        <p>${t(`move.${this.to}.means`)}</p>
        <div class="field ${error ? 'invalid' : ''}"><label for="reason">${t('batches.reason')}</label>
          <textarea id="reason" name="reason" rows="3" required maxlength="500" data-test="reason" autofocus
            aria-invalid=${error ? 'true' : 'false'} aria-describedby="reason-hint"></textarea>
          ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
          <p class="hint" id="reason-hint">${t('move.reasonHint')}</p></div>
        <div class="form-end">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('action.cancel')}</button>
          <button class="button ${this.to === 'ACTIVE' ? 'primary' : 'danger solid'}" data-test="confirm-move" ?disabled=${this.#submit.busy}>${t(`move.${this.to}`)}</button></div>
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
