import { html, svg } from 'lit';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';

const STATES = ['CREATED', 'ISSUED', 'ACTIVE', 'RECALLED', 'VOID'];
const HEIGHT = 100;

/** What a state takes at least of a part that has any of it, so that one item of a million is seen. */
const LEAST = 12;

/** The batch from its first item to its last as a bar; a part whose items differ is split from top to bottom. */
export function stateStrip({ strip, counts }) {
  const present = STATES.filter((state) => counts[state]);
  const summary = present.map((state) => `${t(`state.${state}`)}: ${number(counts[state])}`).join(', ');
  return html`<figure class="strip">
    <svg viewBox="0 0 ${strip.length} ${HEIGHT}" preserveAspectRatio="none" shape-rendering="crispEdges" role="img" aria-label=${t('strip.label', { summary })} data-test="strip">
      ${runs(strip).map((run) => bars(run, present))}</svg>
    <figcaption><p class="ends small soft num"><span>${number(0)}</span><span>${number(strip.at(-1).lastItem)}</span></p>
      <ul class="legend">${present.map((state) => html`<li><span class="swatch state-${state}"></span>${t(`state.${state}`)}
        <strong class="num" data-test="count-${state}">${number(counts[state])}</strong></li>`)}</ul></figcaption>
  </figure>`;
}

/** Neighbouring parts that are all of one state are drawn as one, without seams. */
function runs(strip) {
  const found = [];
  strip.forEach((part, x) => {
    const states = Object.keys(part.counts);
    const before = found.at(-1);
    if (before && states.length === 1 && before.only === states[0]) before.width += 1;
    else found.push({ x, width: 1, counts: part.counts, only: states.length === 1 ? states[0] : null });
  });
  return found;
}

function bars({ x, width, counts }, present) {
  const states = present.filter((state) => counts[state]);
  const items = states.reduce((sum, state) => sum + counts[state], 0);
  const largest = states.reduce((a, b) => (counts[b] > counts[a] ? b : a));
  const heights = Object.fromEntries(states.map((state) => [state, Math.max(LEAST, (counts[state] / items) * HEIGHT)]));
  heights[largest] += HEIGHT - states.reduce((sum, state) => sum + heights[state], 0);
  let y = 0;
  return states.map((state) => {
    const bar = svg`<rect class="state-${state}" x=${x} y=${y} width=${width} height=${heights[state]}></rect>`;
    y += heights[state];
    return bar;
  });
}
