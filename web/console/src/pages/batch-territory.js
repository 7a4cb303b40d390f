import { html } from 'lit';
import { put } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field } from '../parts/field.js';
import '../parts/territory.js';

/** Changes where a batch may be sold, and asks why. */
class BatchTerritory extends ZmElement {
  static properties = { batch: { attribute: false } };

  #submit = new Submit(this);

  render() {
    return dialog({
      title: t('territory.change'), test: 'territory-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#save}>
        <p>${t('territory.changeLead')}</p>
        <zm-territory .soldIn=${this.batch.soldIn} .error=${this.#submit.error('soldIn')}></zm-territory>
        ${field({ name: 'note', label: t('territory.note'), required: true, maxlength: 200, error: this.#submit.error('note') })}
        <div class="form-end">
          <button class="button" type="button" @click=${this.#close}>${t('action.cancel')}</button>
          <button class="button primary" data-test="save-territory" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>
      </form>`,
    });
  }

  #close = () => this.dispatchEvent(new Event('closed'));

  #save = async (event) => {
    const soldIn = this.querySelector('zm-territory').value;
    const saved = await this.#submit.send(event, ({ note }) => put(`/batches/${this.batch.number}/sold-in`, { soldIn, note }));
    if (!saved) return;
    toast(t('territory.saved'));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-batch-territory', BatchTerritory);
