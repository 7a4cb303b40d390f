import { html } from 'lit';
import { post } from '../core/api.js';
import { isAsked, toldAsked } from '../core/approval.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field, suiteOptions } from '../parts/field.js';

/** Asks for the algorithms of a new key version and says what changes. */
class KeyRotate extends ZmElement {
  static properties = { keys: { attribute: false } };

  #submit = new Submit(this);

  render() {
    const { items, most } = this.keys;
    return dialog({
      title: t('keys.rotate'), test: 'rotate-dialog', onClose: () => this.dispatchEvent(new Event('closed')),
      body: html`<form novalidate @submit=${this.#send}>
        <p>${t('keys.rotateMeans')}</p>
        ${field({ name: 'suite', label: t('keys.suite'), value: items.at(-1).suite, options: suiteOptions(), hint: t('keys.suiteHint'),
          error: this.#submit.error('suite') ?? this.#submit.error('keyId') })}
        <p class="soft small">${t('keys.left', { n: number(most - items.length) })}</p>
        <div class="form-end">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('action.cancel')}</button>
          <button class="button primary" data-test="confirm-rotate" ?disabled=${this.#submit.busy}>${t('keys.rotate')}</button></div>
      </form>`,
    });
  }

  #send = async (event) => {
    const version = await this.#submit.send(event, ({ suite }) => post('/keys', { suite }));
    if (!version) return;
    if (isAsked(version)) toldAsked();
    else toast(t('keys.rotated', { n: version.keyId }));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-key-rotate', KeyRotate);
