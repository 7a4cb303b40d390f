import { html } from 'lit';
import { upload, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field } from '../parts/field.js';
import { lineErrors } from '../parts/line-errors.js';

/** Takes a printing house's report as a file. */
class PrintReport extends ZmElement {
  static properties = { number: { attribute: false } };

  #submit = new Submit(this);

  render() {
    return dialog({
      title: t('recon.report'), test: 'report-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#send}>
        <p class="soft">${t('printReport.lead')}</p>
        ${field({ name: 'reference', label: t('printReport.reference'), required: true, maxlength: 100, error: this.#submit.error('reference'), hint: t('printReport.referenceHint') })}
        ${field({ name: 'file', label: t('itemsMove.file'), type: 'file', required: true, hint: t('printReport.fileHint') })}
        ${lineErrors(this.#submit.problem)}
        <div class="form-end">
          <button class="button" type="button" @click=${this.#close}>${t('action.cancel')}</button>
          <button class="button primary" data-test="send-report" ?disabled=${this.#submit.busy}>${t('printReport.send')}</button></div>
      </form>`,
    });
  }

  #close = () => this.dispatchEvent(new Event('closed'));

  #send = async (event) => {
    const report = await this.#submit.send(event, ({ reference, file }) =>
      upload(withQuery(`/batches/${this.number}/print-reports`, { reference }), file, 'text/csv'));
    if (!report) return;
    toast(t('printReport.done', { printed: number(report.printed), spoiled: number(report.spoiled) }));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-print-report', PrintReport);
