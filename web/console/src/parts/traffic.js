import { html } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { emptyState, loaded } from './state.js';
import { table } from './table.js';

const KINDS = ['preview', 'search-engine', 'security-scanner', 'automation'];

const sum = (rows) => rows.reduce((total, row) => total + row.times, 0);

/** What of the last days' traffic were no people: programs by kind, and codes that nobody issued. */
class Traffic extends ZmElement {
  #load = new Load(this, (options) => get('/traffic', options));

  render() {
    return html`<section class="card" aria-labelledby="traffic"><h2 id="traffic">${t('traffic.title')}</h2>
      <p class="soft">${t('traffic.lead')}</p>
      ${loaded(this.#load, ({ rows }) => (rows.length ? this.#kinds(rows) : emptyState(t('traffic.none'))))}</section>`;
  }

  #kinds(rows) {
    const of = (what, kind) => sum(rows.filter((r) => r.what === what && (!kind || r.kind === kind)));
    const programs = KINDS.map((kind) => ({ name: t(`visitor.${kind}`), looks: of('look', kind), scans: of('scan', kind), kind }))
      .filter((row) => row.looks + row.scans > 0);
    const forged = of('forged');
    return html`${programs.length ? table({
      caption: t('traffic.title'), test: 'traffic', rows: programs,
      columns: [
        { head: t('traffic.kind'), cell: (row) => html`<a href=${link(['scans'], { visitor: row.kind })}>${row.name}</a>` },
        { head: t('traffic.looks'), num: true, cell: (row) => number(row.looks) },
        { head: t('traffic.scans'), num: true, cell: (row) => number(row.scans) },
      ],
    }) : ''}
    <p data-test="forged">${t('traffic.forged', { times: number(forged) })}</p>`;
  }
}

customElements.define('zm-traffic', Traffic);
