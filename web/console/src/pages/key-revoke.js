import { html } from 'lit';
import { post } from '../core/api.js';
import { isAsked, toldAsked } from '../core/approval.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { icon } from '../parts/icons.js';

/** Warns of what revoking a version does to which goods, and asks why. */
class KeyRevoke extends ZmElement {
  static properties = { version: { attribute: false } };

  #submit = new Submit(this);

  render() {
    const { keyId, batches, items, state } = this.version;
    const error = this.#submit.error('reason') ?? this.#submit.error('keyId');
    return dialog({
      title: t('keys.revokeOne', { n: keyId }), test: 'revoke-dialog', onClose: () => this.dispatchEvent(new Event('closed')),
      body: html`<form novalidate @submit=${this.#send}>
        <p class="warning" role="note" data-test="revoke-warning">${icon('alert', 20)}<strong>${t('keys.affected', { batches: number(batches), items: number(items) })}</strong></p>
        <p>${t('keys.revokeMeans')}</p>
        ${state === 'CURRENT' ? html`<p>${t('keys.revokeCurrent')}</p>` : ''}
        <div class="field ${error ? 'invalid' : ''}"><label for="reason">${t('keys.reason')}</label>
          <textarea id="reason" name="reason" rows="3" required maxlength="300" data-test="reason" autofocus
            aria-invalid=${error ? 'true' : 'false'} aria-describedby="reason-hint"></textarea>
          ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
          <p class="hint" id="reason-hint">${t('keys.reasonHint')}</p></div>
        <div class="form-end">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('action.cancel')}</button>
          <button class="button danger solid" data-test="confirm-revoke" ?disabled=${this.#submit.busy}>${t('keys.revoke')}</button></div>
      </form>`,
    });
  }

  #send = async (event) => {
    const version = await this.#submit.send(event, ({ reason }) => post(`/keys/${this.version.keyId}/revocation`, { reason }));
    if (!version) return;
    if (isAsked(version)) toldAsked();
    else toast(t('keys.revoked', { n: version.keyId }));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-key-revoke', KeyRevoke);
