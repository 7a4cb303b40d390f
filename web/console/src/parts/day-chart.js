import { html } from 'lit';
import { day, number } from '../core/format.js';
import { languageTag, t } from '../core/i18n.js';
import { ChartElement, token, tooltip } from './chart.js';

const SERIES = [['scans', '--chart-1'], ['genuineFirst', '--chart-2'], ['suspect', '--chart-3']];

/** Scans a day as lines; the same figures as a table for those who can't see it. */
class DayChart extends ChartElement {
  static properties = { days: { attribute: false } };

  render() {
    return html`<div class="chart day-chart" role="img" aria-label=${t('overview.byDay')} data-test="day-chart"></div>
      <table class="visually-hidden"><caption>${t('overview.byDay')}</caption>
        <thead><tr><th scope="col">${t('overview.date')}</th>${SERIES.map(([name]) => html`<th scope="col">${t(`metric.${name}`)}</th>`)}</tr></thead>
        <tbody>${this.days.map((d) => html`<tr><th scope="row">${day(d.date)}</th>${SERIES.map(([name]) => html`<td>${number(d[name])}</td>`)}</tr>`)}</tbody>
      </table>`;
  }

  async option() {
    const short = new Intl.DateTimeFormat(languageTag(), { month: 'short', day: 'numeric', timeZone: 'UTC' });
    const axis = { axisLine: { lineStyle: { color: token('--line') } }, axisTick: { show: false }, axisLabel: { color: token('--ink-soft') } };
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 40, bottom: 4, containLabel: true },
      legend: { left: 0, top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: token('--ink-soft') } },
      tooltip: { ...tooltip(), trigger: 'axis' },
      xAxis: { type: 'category', boundaryGap: false, data: this.days.map((d) => short.format(new Date(d.date))), ...axis },
      yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: token('--line') } }, axisLabel: { color: token('--ink-soft'), formatter: (v) => number(v) } },
      series: SERIES.map(([name, colour], i) => ({
        name: t(`metric.${name}`), type: 'line', showSymbol: false, data: this.days.map((d) => d[name]),
        lineStyle: { width: 2, color: token(colour) }, itemStyle: { color: token(colour) },
        areaStyle: i === 0 ? { color: token(colour), opacity: 0.1 } : undefined,
      })),
    };
  }
}

customElements.define('zm-day-chart', DayChart);
