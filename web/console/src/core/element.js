import { LitElement } from 'lit';
import { localeChanges } from './i18n.js';

/**
 * A Lit element without a shadow root: one style sheet serves the whole console, labels and
 * autofill work across elements, and the content security policy needs no inline style.
 */
export class ZmElement extends LitElement {
  #onLocale = () => {
    this.requestUpdate();
    this.localeChanged();
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    localeChanges.addEventListener('change', this.#onLocale);
  }

  disconnectedCallback() {
    localeChanges.removeEventListener('change', this.#onLocale);
    super.disconnectedCallback();
  }

  /** For elements that draw outside the template. */
  localeChanged() {}
}
