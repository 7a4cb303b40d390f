import { html, svg } from 'lit';
import { decimal, number } from '../core/format.js';
import { has, t } from '../core/i18n.js';

const MOST = 100;

/** How much speaks for a copy, as a small bar. */
export const scoreMeter = (score) => html`<span class="score"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
  <rect class="stage-ground" width="100" height="8"/><rect class="score-bar" width=${score} height="8"/></svg><strong>${number(score)}</strong></span>`;

/** What the score is made of: its findings side by side, and the line from which an item is suspect. */
export function scoreStack({ score, suspectFrom, findings }) {
  let from = 0;
  const parts = findings.map((finding, i) => {
    const width = Math.max(0, Math.min(MOST - from, finding.points));
    const part = svg`<rect class="score-part-${i % 3}" x=${from} width=${width} height="14"/>`;
    from += width;
    return part;
  });
  return html`<figure class="score-stack" role="img" aria-label=${t('evidence.scoreOf', { score: number(score), limit: number(suspectFrom) })}>
    <svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true"><rect class="stage-ground" y="0" width="100" height="14"/>
      ${parts}<rect class="score-limit" x=${suspectFrom - 0.25} y="-2" width="0.5" height="20"/></svg>
    <figcaption class="small soft">${t('evidence.scoreOf', { score: number(score), limit: number(suspectFrom) })}</figcaption></figure>
    ${findings.length ? html`<ul class="findings" data-test="findings">${findings.map((finding, i) => html`<li data-test="finding-${finding.reason}">
      <span class="swatch score-swatch-${i % 3}"></span><span><strong>${t(`reason.${finding.reason}`)}</strong>
      <span class="soft">${findingText(finding)}</span></span><span class="num">+${number(finding.points)}</span></li>`)}</ul>` : ''}`;
}

/** What was measured and what is allowed, where there is something to measure. */
function findingText({ reason, measured, limit }) {
  const key = `finding.${reason}`;
  return measured > 0 && has(key) ? t(key, { measured: decimal(measured), limit: decimal(limit) }) : '';
}
