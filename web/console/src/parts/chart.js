import { ZmElement } from '../core/element.js';

/** A design token's present value; charts are drawn on a canvas, which knows no CSS variables. */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const tooltip = () => ({
  renderMode: 'richText', // the HTML mode writes inline styles, which the security policy refuses
  confine: true,
  backgroundColor: token('--surface'),
  borderColor: token('--line'),
  textStyle: { color: token('--ink'), fontSize: 12, fontFamily: token('--font') },
});

const scheme = matchMedia('(prefers-color-scheme: dark)');

/** Base of the charts: loads ECharts when needed, follows the size, the colour scheme and the language. */
export class ChartElement extends ZmElement {
  #chart = null;
  #resize = new ResizeObserver(() => this.#chart?.resize());
  #redraw = () => this.draw();

  connectedCallback() {
    super.connectedCallback();
    scheme.addEventListener('change', this.#redraw);
    if (this.hasUpdated) this.draw();
  }

  disconnectedCallback() {
    scheme.removeEventListener('change', this.#redraw);
    this.#resize.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
    super.disconnectedCallback();
  }

  updated() {
    this.draw();
  }

  localeChanged() {
    if (this.hasUpdated) this.draw();
  }

  /** Where the chart is drawn; a subclass renders it. */
  get canvasHost() {
    return this.querySelector('.chart');
  }

  async draw() {
    const echarts = await import('./charts.js');
    if (!this.isConnected || !this.canvasHost) return;
    const option = await this.option(echarts);
    if (!option || !this.isConnected) return;
    if (!this.#chart) {
      this.#chart = echarts.init(this.canvasHost);
      this.#resize.observe(this.canvasHost);
      this.started(this.#chart);
    }
    this.#chart.setOption({ textStyle: { fontFamily: token('--font') }, ...option }, true);
    this.canvasHost.dataset.ready = 'true';
  }

  /** The ECharts option, or null when there is nothing to draw yet. */
  async option() {
    return null;
  }

  /** Called once with the new chart, to listen to it. */
  started() {}
}
