import { html } from 'lit';

/** A list of `[name, value]`. */
export function facts(pairs) {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
