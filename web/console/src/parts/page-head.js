import { html, nothing } from 'lit';
import { icon } from './icons.js';

/** The top of a page: an optional way back, the title, a sentence, and actions on the right. */
export function pageHead(title, { back, lead, actions } = {}) {
  return html`<div class="page-head">
    ${back ? html`<a class="back" href=${back.href}>${icon('left', 16)}${back.text}</a>` : nothing}
    <div class="page-title"><h1>${title}</h1>${lead ? html`<p class="soft">${lead}</p>` : nothing}</div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>`;
}
