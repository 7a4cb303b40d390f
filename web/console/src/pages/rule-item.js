import { html } from 'lit';
import { post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { noteField, rulingMeans } from '../parts/ruling.js';

/** Decides about one item; `seen` is the number of the latest ruling on the page behind. */
class RuleItem extends ZmElement {
  static properties = { kind: { attribute: false }, batch: { attribute: false }, item: { attribute: false }, seen: { attribute: false } };

  #submit = new Submit(this);

  render() {
    const error = (name) => this.#submit.error(name);
    const conflict = error('seen') ?? error('kind');
    return dialog({
      title: t(`ruling.do.${this.kind}`), test: 'ruling-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#send}>
        <p>${rulingMeans(this.kind)}</p>
        ${noteField(error('note'))}
        ${conflict ? html`<p class="notice bad" role="alert">${conflict}</p>` : ''}
        <div class="form-end">
          <button class="button" type="button" @click=${this.#close}>${t('action.cancel')}</button>
          <button class="button ${this.kind === 'CLEARED' ? 'primary' : 'danger solid'}" data-test="confirm-ruling"
            ?disabled=${this.#submit.busy}>${t(`ruling.do.${this.kind}`)}</button></div>
      </form>`,
    });
  }

  #close = () => this.dispatchEvent(new Event('closed'));

  #send = async (event) => {
    const ruled = await this.#submit.send(event, ({ note }) =>
      post(`/batches/${this.batch}/items/${this.item}/rulings`, { kind: this.kind, note, seen: this.seen }));
    if (!ruled) return;
    toast(t('ruling.done', { state: t(`suspects.state.${ruled.state}`) }));
    this.dispatchEvent(new Event('done'));
  };
}

customElements.define('zm-rule-item', RuleItem);
