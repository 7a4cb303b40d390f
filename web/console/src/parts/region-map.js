import { html } from 'lit';
import { get } from '../core/api.js';
import { number } from '../core/format.js';
import { locale, t } from '../core/i18n.js';
import { ChartElement, token, tooltip } from './chart.js';

const outlines = new Map();

/** The outlines of China or of a province, asked for once; null where there are none. */
export function outline(name) {
  if (!outlines.has(name)) {
    outlines.set(name, get(`/maps/${name}.json`).catch((problem) => {
      outlines.delete(name);
      if (problem.status === 404) return null;
      throw problem;
    }));
  }
  return outlines.get(name);
}

/** A map of China, or of one province, coloured by a metric; bars where there is no map. Event `province` on a click. */
class RegionMap extends ChartElement {
  static properties = { rows: { attribute: false }, metric: { attribute: false }, province: { attribute: false }, label: { attribute: false } };

  render() {
    return html`<div class="chart map" role="img" data-test="map" aria-label=${t('regions.mapOf', { place: this.label, metric: t(`metric.${this.metric}`) })}></div>`;
  }

  async option({ registerMap }) {
    const { province, rows, metric } = this;
    const geo = await outline(province || 'china').catch(() => null);
    if (province !== this.province || rows !== this.rows) return null;
    if (!geo) return this.#bars(rows, metric);
    const name = province || 'china';
    registerMap(name, keyed(geo));
    return this.#map(name, rows.map((r) => ({ name: r.code, value: r[metric], label: r.name })), geo);
  }

  started(chart) {
    chart.on('click', ({ componentType, seriesType, name }) => {
      if (this.province || componentType !== 'series' || seriesType !== 'map') return;
      const known = this.rows.some((r) => r.code === name);
      if (known) this.dispatchEvent(new CustomEvent('province', { detail: name, bubbles: true }));
    });
  }

  #map(name, data, geo) {
    const named = new Map(geo.features.map(({ properties: p }) => [String(p.adcode), locale() === 'zh' ? p.name : p.nameEn ?? p.name]));
    const label = (id) => data.find((d) => d.name === id)?.label ?? named.get(id) ?? '';
    const most = Math.max(1, ...data.map((d) => d.value));
    return {
      tooltip: { ...tooltip(), trigger: 'item', formatter: (p) => `${label(p.name)}\n${t(`metric.${this.metric}`)}: ${number(p.value || 0)}` },
      visualMap: {
        min: 0, max: most, left: 0, bottom: 0, itemWidth: 10, itemHeight: 90, calculable: false,
        text: [number(most), '0'], textStyle: { color: token('--ink-soft') },
        inRange: { color: [1, 2, 3, 4, 5].map((i) => token(`--heat-${i}`)) },
      },
      series: [{
        type: 'map', map: name, data, roam: false, selectedMode: false, top: 8, bottom: 8, left: 8, right: 8,
        itemStyle: { areaColor: token('--heat-0'), borderColor: token('--line-strong'), borderWidth: 0.5 },
        label: { show: Boolean(this.province), color: token('--ink'), fontSize: 11, formatter: (p) => label(p.name) },
        emphasis: { label: { show: true, color: token('--ink'), formatter: (p) => label(p.name) }, itemStyle: { areaColor: token('--warn-soft') } },
      }],
    };
  }

  #bars(rows, metric) {
    const top = rows.slice(0, 15).reverse();
    return {
      tooltip: { ...tooltip(), trigger: 'item' },
      grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: token('--line') } }, axisLabel: { color: token('--ink-soft') } },
      yAxis: { type: 'category', data: top.map((r) => r.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: token('--ink') } },
      series: [{ type: 'bar', name: t(`metric.${metric}`), data: top.map((r) => r[metric]), barMaxWidth: 18, itemStyle: { color: token('--chart-1'), borderRadius: 3 }, label: { show: true, position: 'right', color: token('--ink-soft') } }],
    };
  }
}

/** The same outlines named by their GB/T 2260 code, so that data meets its area whatever the language. */
function keyed(geo) {
  const features = geo.features.map((f) => ({ ...f, properties: { ...f.properties, name: String(f.properties.adcode) } }));
  return { ...geo, features };
}

customElements.define('zm-region-map', RegionMap);
