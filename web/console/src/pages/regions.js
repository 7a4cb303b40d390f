import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { number, percent } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Report } from '../core/report.js';
import { go, refine } from '../core/router.js';
import { toast } from '../core/toast.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { reportActions } from '../parts/report-bar.js';
import { reportBody } from '../parts/report-body.js';
import { emptyState } from '../parts/state.js';
import { table } from '../parts/table.js';
import '../parts/region-map.js';

const METRICS = ['scans', 'customers', 'genuineFirst', 'suspect'];

/** Where the scans come from: a map and a table of the provinces, or of one province's cities. */
class Regions extends ZmElement {
  static properties = { runId: { attribute: false }, province: { attribute: false }, metric: { attribute: false } };

  #report = new Report(this, 'REGION', () => this.runId);

  constructor() {
    super();
    this.addEventListener('report-ended', ({ detail }) => {
      toast(t(`report.ended.${detail.state}`), detail.state === 'FAILED' ? 'error' : 'info');
      if (this.runId && detail.state === 'DONE') go(['regions']);
    });
    this.addEventListener('province', ({ detail }) => refine({ province: detail }));
  }

  render() {
    return html`${pageHead(t('regions.title'), { lead: t('regions.lead'), actions: reportActions(this.#report, (id) => go(['regions', id], { metric: this.metric })) })}
      ${reportBody(this.#report, ({ regions }) => this.#content(regions))}`;
  }

  #content(regions) {
    const inside = this.province && regions.find((r) => r.level === 'PROVINCE' && r.code === this.province);
    const rows = regions.filter((r) => (inside ? r.level === 'CITY' && r.parentCode === inside.code : r.level === 'PROVINCE'))
      .sort((a, b) => b[this.metric] - a[this.metric]);
    const place = inside ? inside.name : t('regions.china');
    return html`<div class="region-bar">
        <div class="switch" role="group" aria-label=${t('regions.metric')}>${METRICS.map((m) => html`<button type="button" data-test="metric-${m}"
          aria-pressed=${m === this.metric ? 'true' : 'false'} @click=${() => refine({ metric: m })}>${t(`metric.${m}`)}</button>`)}</div>
        ${inside ? html`<button class="button" type="button" data-test="back-to-china" @click=${() => refine({ province: '' })}>${icon('left', 16)}${t('regions.china')}</button>` : nothing}
        <strong class="region-place" aria-live="polite">${place}</strong>
      </div>
      <div class="columns map-and-table">
        <div class="card"><zm-region-map .rows=${rows} .metric=${this.metric} .province=${inside ? inside.code : ''} .label=${place}></zm-region-map></div>
        <div class="card flush">${rows.length ? this.#table(rows, Boolean(inside), place) : emptyState(t('regions.empty'))}</div>
      </div>`;
  }

  #table(rows, cities, place) {
    const total = rows.reduce((sum, r) => sum + r[this.metric], 0);
    const nowhere = t(cities ? 'regions.cityUnknown' : 'regions.elsewhere');
    const name = (r) => (cities || !r.code ? r.name || nowhere : html`<button class="link" type="button" data-test="region-${r.code}" @click=${() => refine({ province: r.code })}>${r.name}</button>`);
    return table({
      caption: t('regions.tableOf', { place }), test: 'regions', rows, rowTest: (r) => `region-row-${r.code}`,
      columns: [
        { head: t(cities ? 'regions.city' : 'regions.province'), wide: true, cell: name },
        ...METRICS.map((m) => ({ head: t(`metric.${m}`), num: true, cell: (r) => (m === this.metric ? html`<strong>${number(r[m])}</strong>` : number(r[m])) })),
        { head: t('regions.share'), num: true, cell: (r) => (total ? percent(r[this.metric] / total) : percent(0)) },
      ],
    });
  }
}

customElements.define('zm-regions', Regions);
