import { html, nothing } from 'lit';
import { t } from '../core/i18n.js';
import { icon } from './icons.js';

/** What a load looks like: a skeleton first, the problem with a way to try again, or its content. */
export function loaded(load, content, { skeleton = skeletonRows } = {}) {
  if (load.problem) return failure(load.problem, load.reload);
  if (load.value === null) return skeleton();
  return html`<div class="loaded" aria-busy=${load.loading ? 'true' : 'false'}>${content(load.value)}</div>`;
}

function skeletonRows() {
  return html`<div class="skeleton" role="status"><span class="visually-hidden">${t('state.loading')}</span>
    ${[0, 1, 2, 3, 4].map(() => html`<div></div>`)}</div>`;
}

export function failure(problem, retry) {
  return html`<div class="state" role="alert" data-test="error">${icon('alert', 28)}
    <p>${problem.message}</p>
    ${retry ? html`<button class="button" type="button" @click=${retry}>${t('action.retry')}</button>` : nothing}</div>`;
}

export function emptyState(text, action = nothing) {
  return html`<div class="state" data-test="empty">${icon('empty', 28)}<p>${text}</p>${action}</div>`;
}
