import { html } from 'lit';
import { decimal, money } from '../core/format.js';
import { t } from '../core/i18n.js';

/** Which value earns which score. Recency counts days since the last purchase, so less is better there. */
export function rfmThresholds({ recencyDays, frequency, monetaryFen }) {
  const row = (name, [low, high], show, lessIsBetter) => {
    const ranges = [`≤ ${show(low)}`, `${show(low)} – ${show(high)}`, `> ${show(high)}`];
    const [one, two, three] = lessIsBetter ? ranges.reverse() : ranges;
    return html`<tr><th scope="row">${t(`rfm.${name}`)}</th><td>${one}</td><td>${two}</td><td>${three}</td></tr>`;
  };
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label=${t('rfm.thresholds')}><table data-test="thresholds">
    <thead><tr><th scope="col">${t('rfm.dimension')}</th>${[1, 2, 3].map((s) => html`<th scope="col">${t('rfm.score', { s })}</th>`)}</tr></thead>
    <tbody>${row('recencyInDays', recencyDays, decimal, true)}${row('frequency', frequency, decimal, false)}${row('monetary', monetaryFen, money, false)}</tbody>
  </table></div>`;
}
