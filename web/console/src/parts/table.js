import { html, nothing } from 'lit';

/**
 * A data table. Columns: `{head, cell(row), num?, wide?}`; the first column heads its row.
 * It scrolls sideways inside itself on narrow screens and can be reached by keyboard then.
 */
export function table({ columns, rows, caption, test, rowTest, current }) {
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label=${caption}>
    <table data-test=${test ?? nothing}>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${columns.map((c) => html`<th scope="col" class=${classes(c)}>${c.head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr data-test=${rowTest?.(row) ?? nothing} aria-current=${current?.(row) ? 'true' : nothing}>
        ${columns.map((c, i) => (i === 0
          ? html`<th scope="row" class=${classes(c)}>${c.cell(row)}</th>`
          : html`<td class=${classes(c)}>${c.cell(row)}</td>`))}</tr>`)}</tbody>
    </table>
  </div>`;
}

const classes = (c) => [c.num && 'num', c.wide && 'wide'].filter(Boolean).join(' ') || nothing;
