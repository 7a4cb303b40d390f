import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { toast } from '../core/toast.js';
import { icon } from './icons.js';

class CopyLink extends ZmElement {
  static properties = { href: { attribute: false } };

  render() {
    return html`<div class="copy-link"><a class="mono" href=${this.href} target="_blank" rel="noopener" data-test="sample-link">${this.href}</a>
      <button class="icon-button" type="button" aria-label=${t('action.copy')} title=${t('action.copy')} @click=${this.#copy}>${icon('copy', 16)}</button></div>`;
  }

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.href);
      toast(t('action.copied'));
    } catch {
      toast(t('action.copyFailed'), 'error');
    }
  };
}

customElements.define('zm-copy-link', CopyLink);
