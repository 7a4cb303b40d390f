import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from './icons.js';
import { t } from '../core/i18n.js';

/** A native modal dialog that is open as long as it is rendered; Escape and the cross call `onClose`. */
export function dialog({ title, onClose, body, test }) {
  return html`<dialog class="dialog" aria-labelledby="dialog-title" data-test=${test} ${ref(open)}
    @cancel=${(event) => { event.preventDefault(); onClose(); }}>
    <div class="dialog-head"><h2 id="dialog-title">${title}</h2>
      <button class="icon-button" type="button" aria-label=${t('action.close')} @click=${onClose}>${icon('close')}</button></div>
    ${body}
  </dialog>`;
}

function open(element) {
  if (element && !element.open) queueMicrotask(() => element.isConnected && element.showModal());
}
