import { html } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number, percent } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { pageHead } from '../parts/page-head.js';
import { loaded, emptyState } from '../parts/state.js';
import '../parts/day-chart.js';
import '../parts/traffic.js';

class Overview extends ZmElement {
  #load = new Load(this, (options) => get('/overview', options));

  render() {
    return html`${pageHead(t('overview.title'), { lead: t('overview.lead') })}
      ${loaded(this.#load, (figures) => this.#figures(figures))}
      <zm-traffic></zm-traffic>`;
  }

  #figures(o) {
    return html`<dl class="figures" data-test="figures">
        ${this.#figure('scansToday', o.scansToday)}
        ${this.#figure('scans', o.scans, { href: link(['scans']) })}
        ${this.#figure('genuineFirst', o.genuineFirst, { note: this.#share(o.genuineFirst, o.scans) })}
        ${this.#figure('suspectScans', o.suspectScans, { note: this.#share(o.suspectScans, o.scans), tone: o.suspectScans ? 'bad' : '', href: link(['scans'], { outcome: 'suspect' }) })}
        ${this.#figure('customers', o.customers, { href: link(['customers']) })}
        ${this.#figure('items', o.items)}
        ${this.#figure('batches', o.batches, { href: link(['batches']) })}
        ${this.#figure('products', o.products, { href: link(['products']) })}
      </dl>
      <section class="card" aria-labelledby="days"><h2 id="days">${t('overview.byDay')}</h2>
        ${o.scans === 0 ? emptyState(t('overview.noScans')) : html`<zm-day-chart .days=${o.byDay}></zm-day-chart>`}
      </section>`;
  }

  #share(part, whole) {
    return whole ? t('overview.ofScans', { share: percent(part / whole) }) : '';
  }

  #figure(name, value, { note = '', tone = '', href } = {}) {
    const label = t(`overview.${name}`);
    return html`<div class="figure ${tone}">
      <dt>${href ? html`<a href=${href}>${label}</a>` : label}</dt>
      <dd><strong data-test="figure-${name}">${number(value)}</strong><span class="soft small">${note}</span></dd></div>`;
  }
}

customElements.define('zm-overview', Overview);
