import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { toasts } from '../core/toast.js';
import { icon } from './icons.js';

const STAYS_MS = 7000;

class Toasts extends ZmElement {
  static properties = { shown: { state: true } };

  #next = 0;
  #onToast = ({ detail }) => {
    const entry = { ...detail, id: this.#next++ };
    this.shown = [...this.shown, entry];
    setTimeout(() => this.#drop(entry), STAYS_MS);
  };

  constructor() {
    super();
    this.shown = [];
  }

  connectedCallback() {
    super.connectedCallback();
    toasts.addEventListener('toast', this.#onToast);
  }

  disconnectedCallback() {
    toasts.removeEventListener('toast', this.#onToast);
    super.disconnectedCallback();
  }

  render() {
    return html`<div class="toasts" role="status" aria-live="polite">${repeat(this.shown, (e) => e.id, (e) => html`
      <div class="toast ${e.kind}" data-test="toast"><span>${e.text}</span>
        <button class="icon-button" type="button" aria-label=${t('action.close')} @click=${() => this.#drop(e)}>${icon('close', 16)}</button>
      </div>`)}</div>`;
  }

  #drop(entry) {
    this.shown = this.shown.filter((e) => e !== entry);
  }
}

customElements.define('zm-toasts', Toasts);
