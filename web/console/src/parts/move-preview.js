import { html, nothing } from 'lit';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { rangeText } from './items-text.js';

const SHOWN = 5;

/** What a move would come to, in words: how many items move, and which may not go there. */
export function movePreview({ items, moving, conflicts }) {
  const from = Object.entries(moving).map(([state, n]) => `${t(`state.${state}`)} ${number(n)}`).join(', ');
  return html`<div class="notice ${conflicts.length ? 'bad' : ''}" role="status" data-test="move-preview">
    <p>${items === 0 ? t('preview.none') : t('preview.items', { n: number(items), from })}</p>
    ${conflicts.length ? html`<p>${t('preview.conflicts')}</p><ul>
      ${conflicts.slice(0, SHOWN).map((c) => html`<li>${rangeText(c)}: ${t(`state.${c.state}`)}</li>`)}</ul>` : nothing}</div>`;
}
