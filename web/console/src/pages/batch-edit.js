import { html } from 'lit';
import { put, remove } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { go } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { batchFields, detailsOf } from '../parts/batch-fields.js';
import { dialog } from '../parts/dialog.js';

/** Changes a draft, or deletes it. */
class BatchEdit extends ZmElement {
  static properties = { batch: { attribute: false } };

  #submit = new Submit(this);

  render() {
    return dialog({
      title: t('draft.edit'), test: 'draft-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#save}>
        ${batchFields(this.batch, (name) => this.#submit.error(name))}
        <div class="form-end">
          <button class="button danger" type="button" data-test="delete-draft" ?disabled=${this.#submit.busy} @click=${this.#delete}>${t('draft.delete')}</button>
          <button class="button primary" data-test="save-draft" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>
      </form>`,
    });
  }

  #close = () => this.dispatchEvent(new Event('closed'));

  #save = async (event) => {
    const saved = await this.#submit.send(event, (values) => put(`/batches/${this.batch.number}`, detailsOf(values)));
    if (!saved) return;
    toast(t('draft.saved'));
    this.dispatchEvent(new Event('done'));
  };

  #delete = async () => {
    const gone = await this.#submit.run(async () => {
      await remove(`/batches/${this.batch.number}`);
      return true;
    });
    if (!gone) return;
    toast(t('draft.deleted', { number: this.batch.number }));
    go(['batches']);
  };
}

customElements.define('zm-batch-edit', BatchEdit);
