import { html, nothing } from 'lit';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { refine } from '../core/router.js';
import { icon } from './icons.js';

/** Below a list of `{page, size, total}`; turns pages through the address. */
export function pager({ page, size, total, items }) {
  const pages = Math.max(1, Math.ceil(total / size));
  const first = total === 0 ? 0 : page * size + 1;
  const turn = (to, name, label) => html`<button class="icon-button" type="button" aria-label=${label}
    data-test=${name} ?disabled=${to < 0 || to >= pages} @click=${() => refine({ page: to || '' })}>${icon(name === 'previous' ? 'left' : 'right')}</button>`;
  return html`<div class="pager">
    <span class="soft small num">${t('pager.range', { first: number(first), last: number(page * size + items.length), total: number(total) })}</span>
    ${pages > 1 ? html`${turn(page - 1, 'previous', t('pager.previous'))}${turn(page + 1, 'next', t('pager.next'))}` : nothing}
  </div>`;
}
