import { html, nothing } from 'lit';
import { instant, number, seconds } from '../core/format.js';
import { t } from '../core/i18n.js';
import { ChartElement, token, tooltip } from './chart.js';
import { icon } from './icons.js';
import { outline } from './region-map.js';

const METRES_A_DEGREE = 111_320;
const RADIANS = Math.PI / 180;
const FARTHEST_ZOOM = 12;

/** Beyond this nobody imagines a speed; two scans within moments are told by the time between them. */
const FASTEST_TOLD_KMH = 50_000;

const km = (metres) => number(Math.round(metres / 1000));
const located = ({ country, latitude }) => country === 'CN' && latitude != null;

/** Where an item was looked at, how far off that may be, and the ways between looks that followed each other. */
class EvidenceMap extends ChartElement {
  static properties = { places: { attribute: false }, journeys: { attribute: false }, zoom: { state: true } };

  constructor() {
    super();
    this.zoom = 1;
  }

  render() {
    const abroad = this.places.filter((p) => !located(p.place));
    return html`<div class="map-tools"><button class="icon-button" type="button" aria-label=${t('evidence.closer')} data-test="closer"
          ?disabled=${this.zoom >= FARTHEST_ZOOM} @click=${() => { this.zoom *= 1.6; }}>${icon('plus', 16)}</button>
        <button class="icon-button" type="button" aria-label=${t('evidence.farther')} ?disabled=${this.zoom <= 1}
          @click=${() => { this.zoom = Math.max(1, this.zoom / 1.6); }}>${icon('minus', 16)}</button></div>
      <div class="chart map" role="img" data-test="evidence-map" aria-label=${this.#summary()}></div>
      <ul class="legend"><li><span class="swatch journey-impossible"></span>${t('evidence.impossible')}</li>
        <li><span class="swatch journey-possible"></span>${t('evidence.possible')}</li>
        <li><span class="swatch uncertainty"></span>${t('evidence.uncertain')}</li></ul>
      ${abroad.length ? html`<p class="small soft" data-test="off-map">${t('evidence.offMap', {
        places: abroad.map((p) => t('evidence.placeLooks', { place: p.place.name || t('evidence.unknownPlace'), looks: number(p.looks) })).join(' · ') })}</p>` : nothing}`;
  }

  #summary() {
    return t('evidence.mapOf', { places: number(this.places.length), impossible: number(this.journeys.filter((j) => j.impossible).length) });
  }

  async option({ registerMap }) {
    const geo = await outline('china').catch(() => null);
    if (!geo) return null;
    registerMap('evidence', geo);
    const places = this.places.filter((p) => located(p.place));
    const journeys = this.journeys.filter((j) => located(j.from) && located(j.to));
    return {
      animation: false,
      tooltip: { ...tooltip(), trigger: 'item' },
      geo: {
        map: 'evidence', roam: 'move', top: 8, bottom: 8, left: 8, right: 8, silent: true, ...this.#view(places),
        itemStyle: { areaColor: token('--heat-0'), borderColor: token('--line-strong'), borderWidth: 0.5 },
      },
      series: [this.#circles(places), this.#ways(journeys, false), this.#ways(journeys, true), this.#points(places)],
    };
  }

  /** Closer when everything is in one part of the country. */
  #view(places) {
    if (places.length === 0) return { zoom: this.zoom };
    const range = (values) => [Math.min(...values), Math.max(...values)];
    const [west, east] = range(places.map((p) => p.place.longitude));
    const [south, north] = range(places.map((p) => p.place.latitude));
    const fitting = Math.min(FARTHEST_ZOOM / 2, 38 / Math.max(6, east - west, (north - south) * 1.5));
    return { center: [(west + east) / 2, (south + north) / 2], zoom: Math.max(1, fitting) * this.zoom };
  }

  #circles(places) {
    return {
      type: 'custom', coordinateSystem: 'geo', silent: true, z: 1,
      data: places.map(({ place: p }) => [p.longitude, p.latitude, p.uncertaintyMetres]),
      renderItem: (params, api) => {
        const [longitude, latitude, metres] = [0, 1, 2].map((i) => api.value(i));
        const degrees = metres / (METRES_A_DEGREE * Math.cos(latitude * RADIANS));
        const [x, y] = api.coord([longitude, latitude]);
        const [edge] = api.coord([longitude + degrees, latitude]);
        return { type: 'circle', shape: { cx: x, cy: y, r: Math.abs(edge - x) }, style: { fill: token('--chart-2'), opacity: 0.08 } };
      },
    };
  }

  #ways(journeys, impossible) {
    return {
      type: 'lines', coordinateSystem: 'geo', z: impossible ? 3 : 2, symbol: ['none', 'arrow'], symbolSize: impossible ? 9 : 6,
      lineStyle: { color: token(impossible ? '--chart-3' : '--chart-2'), width: impossible ? 2 : 1, opacity: impossible ? 0.9 : 0.45, curveness: 0.18 },
      data: journeys.filter((j) => j.impossible === impossible).map((j) => ({
        coords: [[j.from.longitude, j.from.latitude], [j.to.longitude, j.to.latitude]], journey: j,
      })),
      tooltip: { formatter: ({ data }) => wayText(data.journey) },
    };
  }

  #points(places) {
    const most = Math.max(1, ...places.map((p) => p.looks));
    return {
      type: 'scatter', coordinateSystem: 'geo', z: 4,
      itemStyle: { color: token('--chart-1'), borderColor: token('--surface'), borderWidth: 1.5 },
      data: places.map((p) => ({ value: [p.place.longitude, p.place.latitude], symbolSize: 9 + 17 * Math.sqrt(p.looks / most), place: p })),
      tooltip: { formatter: ({ data: { place: p } }) => [p.place.name, t('evidence.seenAt', { looks: number(p.looks), devices: number(p.devices) }),
        t('evidence.within', { km: km(p.place.uncertaintyMetres) }), `${instant(p.first)} – ${instant(p.last)}`].join('\n') },
    };
  }
}

const wayText = (j) => [`${j.from.name} → ${j.to.name}`, wayFacts(j), `${instant(j.departed)} – ${instant(j.arrived)}`].join('\n');

/** How far, at least how far, in what time, and at least how fast. */
export function wayFacts(j) {
  const kmh = j.metresPerSecond * 3.6;
  const values = { km: km(j.metres), least: km(j.leastMetres),
    time: seconds(Math.max(1, Math.round((Date.parse(j.arrived) - Date.parse(j.departed)) / 1000))), speed: number(Math.round(kmh)) };
  return t(kmh > 0 && kmh < FASTEST_TOLD_KMH ? 'evidence.way' : 'evidence.wayAtOnce', values);
}

customElements.define('zm-evidence-map', EvidenceMap);
