import { html, nothing } from 'lit';
import { fileDrop } from './file-drop.js';

/**
 * A picture with ways to change and remove it. `p`: name, label, lead, url (none without a picture), alt,
 * error, removeText, onFile(file), onRemove().
 */
export function pictureField(p) {
  return html`<div class="picture-field">
    ${p.url ? html`<img src=${p.url} alt=${p.alt} data-test="${p.name}-shown">` : nothing}
    <div>
      ${fileDrop({ name: p.name, label: p.label, accept: 'image/png,image/jpeg', hint: p.lead, error: p.error, onFile: p.onFile })}
      ${p.url ? html`<button class="button small" type="button" data-test="remove-${p.name}" @click=${p.onRemove}>${p.removeText}</button>` : nothing}
    </div>
  </div>`;
}
