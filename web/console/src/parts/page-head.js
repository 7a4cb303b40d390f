import { html, nothing } from 'lit';
import { icon } from './icons.js';

/**
 * The top of a page: an optional way back, the title, a sentence, and actions on the right. `names` is what the page is
 * of where the title doesn't say so, for the title of the window.
 */
export function pageHead(title, { back, lead, actions, names } = {}) {
  return html`<div class="page-head">
    ${back ? html`<a class="back" href=${back.href}>${icon('left', 16)}${back.text}</a>` : nothing}
    <div class="page-title"><h1 data-names=${names || nothing}>${title}</h1>${lead ? html`<p class="soft">${lead}</p>` : nothing}</div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>`;
}
