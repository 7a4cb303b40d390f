import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { toast } from '../core/toast.js';

/** Recovery codes, the only time that anybody sees them. Event `kept` when they are put away. */
class RecoveryCodes extends ZmElement {
  static properties = { codes: { attribute: false } };

  render() {
    return html`<div class="recovery"><p>${t('secondFactor.codesLead')}</p>
      <ol class="recovery-codes mono" data-test="recovery-codes">${this.codes.map((code) => html`<li>${code}</li>`)}</ol>
      <div class="actions">
        <button class="button small" type="button" data-test="copy-codes" @click=${this.#copy}>${t('secondFactor.copy')}</button>
        <button class="button small" type="button" data-test="download-codes" @click=${this.#download}>${t('secondFactor.download')}</button>
        <button class="button small" type="button" data-test="print-codes" @click=${() => window.print()}>${t('secondFactor.print')}</button></div>
      <div class="form-end"><button class="button primary" type="button" data-test="codes-kept" @click=${() => this.dispatchEvent(new Event('kept'))}>${t('secondFactor.kept')}</button></div></div>`;
  }

  get #text() {
    return `${t('secondFactor.fileTitle')}\n${location.host}\n\n${this.codes.join('\n')}\n`;
  }

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.#text);
      toast(t('secondFactor.copied'));
    } catch {
      toast(t('action.copyFailed'), 'error');
    }
  };

  #download = () => {
    const address = URL.createObjectURL(new Blob([this.#text], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: 'zhenma-recovery-codes.txt' });
    link.click();
    URL.revokeObjectURL(address);
  };
}

customElements.define('zm-recovery-codes', RecoveryCodes);
