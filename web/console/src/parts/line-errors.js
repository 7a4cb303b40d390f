import { html, nothing } from 'lit';

const SHOWN = 10;

/** The refused lines of an upload: the first ones with their reasons. */
export function lineErrors(problem) {
  const lines = Object.entries(problem?.fields ?? {}).filter(([field]) => field.startsWith('line'));
  if (lines.length === 0) return nothing;
  return html`<div class="notice bad" role="alert" data-test="line-errors"><ul>
    ${lines.slice(0, SHOWN).map(([field, message]) => html`<li>${field === 'lines' ? nothing : html`<strong>${field.slice(5)}</strong> `}${message}</li>`)}</ul></div>`;
}
