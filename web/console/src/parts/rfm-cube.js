import { html } from 'lit';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';

const SCORES = [3, 2, 1];

/** The 3×3×3 scores as three heat maps, one a monetary score: recency down, frequency across. */
export function rfmCube(scores) {
  const count = (r, f, m) => scores.find((s) => s.r === r && s.f === f && s.m === m)?.customers ?? 0;
  const most = Math.max(1, ...scores.map((s) => s.customers));
  const heat = (n) => (n === 0 ? 0 : Math.max(1, Math.ceil(5 * Math.sqrt(n / most))));
  return html`<div class="cube" data-test="rfm-cube">${SCORES.map((m) => html`<table class="heat">
    <caption>${t('rfm.monetaryScore', { m })}</caption>
    <thead><tr><td></td>${[1, 2, 3].map((f) => html`<th scope="col"><abbr title=${t('rfm.frequency')}>F</abbr>${f}</th>`)}</tr></thead>
    <tbody>${SCORES.map((r) => html`<tr><th scope="row"><abbr title=${t('rfm.recency')}>R</abbr>${r}</th>
      ${[1, 2, 3].map((f) => html`<td class="heat-${heat(count(r, f, m))}">${number(count(r, f, m))}</td>`)}</tr>`)}</tbody>
  </table>`)}</div>`;
}
