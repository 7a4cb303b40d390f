import { html } from 'lit';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { ChartElement, token, tooltip } from './chart.js';

const MOST_ROWS = 12;
const TONES = { suspect: '--chart-3', 'genuine-first': '--chart-1', 'genuine-repeat': '--chart-2' };

/** Scans on a line of time, a row a device; those that brought a rule about are larger. */
class LooksChart extends ChartElement {
  static properties = { looks: { attribute: false }, devices: { attribute: false } };

  render() {
    return html`<div class="chart looks-chart" role="img" data-test="looks-chart"
      aria-label=${t('evidence.timelineOf', { looks: number(this.looks.length), devices: number(this.devices.length) })}></div>`;
  }

  async option() {
    const rows = this.devices.slice(0, MOST_ROWS).map((d) => d.id);
    const others = t('evidence.otherDevices');
    const categories = [...(this.devices.length > MOST_ROWS ? [others] : []), ...[...rows].reverse()];
    const axis = { axisLine: { lineStyle: { color: token('--line') } }, axisTick: { show: false }, axisLabel: { color: token('--ink-soft') } };
    return {
      animation: false,
      grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
      tooltip: { ...tooltip(), trigger: 'item', formatter: ({ data: { look } }) => lookText(look) },
      xAxis: { type: 'time', splitNumber: 4, splitLine: { lineStyle: { color: token('--line') } }, ...axis, axisLabel: { ...axis.axisLabel, hideOverlap: true } },
      yAxis: { type: 'category', data: categories, splitLine: { show: true, lineStyle: { color: token('--line') } }, ...axis },
      series: [{
        type: 'scatter',
        data: this.looks.map((look) => ({
          value: [Date.parse(look.at), rows.includes(look.device) ? look.device : others], look,
          symbol: look.fired.length ? 'diamond' : 'circle', symbolSize: look.fired.length ? 17 : 9,
          itemStyle: { color: token(TONES[look.outcome] ?? '--ink-soft'), opacity: 0.85, borderColor: token('--surface'), borderWidth: 1 },
        })),
      }],
    };
  }
}

function lookText(look) {
  return [instant(look.at), t(`outcome.${look.outcome}`), look.place.name,
    ...look.fired.map((reason) => t('evidence.fired', { reason: t(`reason.${reason}`) }))].filter(Boolean).join('\n');
}

customElements.define('zm-looks-chart', LooksChart);
