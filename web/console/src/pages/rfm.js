import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { decimal, money, number, percent } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Report } from '../core/report.js';
import { go, link } from '../core/router.js';
import { toast } from '../core/toast.js';
import { segmentBadge } from '../parts/badge.js';
import { pageHead } from '../parts/page-head.js';
import { reportActions } from '../parts/report-bar.js';
import { reportBody } from '../parts/report-body.js';
import { rfmCube } from '../parts/rfm-cube.js';
import { rfmThresholds } from '../parts/rfm-thresholds.js';

/** Who bought lately, often and for much: three groups with a strategy each. */
class Rfm extends ZmElement {
  static properties = { runId: { attribute: false } };

  #report = new Report(this, 'RFM', () => this.runId);

  constructor() {
    super();
    this.addEventListener('report-ended', ({ detail }) => {
      toast(t(`report.ended.${detail.state}`), detail.state === 'FAILED' ? 'error' : 'info');
      if (this.runId && detail.state === 'DONE') go(['rfm']);
    });
  }

  render() {
    return html`${pageHead(t('rfm.title'), { lead: t('rfm.lead'), actions: reportActions(this.#report, (id) => go(['rfm', id])) })}
      ${reportBody(this.#report, ({ rfm }) => this.#content(rfm))}`;
  }

  #content({ segments, scores, thresholds }) {
    const all = segments.reduce((sum, s) => sum + s.customers, 0);
    return html`<div class="segments" data-test="segments">${segments.map((s) => this.#segment(s, all))}</div>
      <div class="columns wide-left">
        <section class="card" aria-labelledby="cube"><h2 id="cube">${t('rfm.cube')}</h2><p class="soft small">${t('rfm.cubeLead')}</p>${rfmCube(scores)}</section>
        <section class="card" aria-labelledby="thresholds"><h2 id="thresholds">${t('rfm.thresholds')}</h2><p class="soft small">${t('rfm.thresholdsLead')}</p>${rfmThresholds(thresholds)}</section>
      </div>`;
  }

  #segment(s, all) {
    const fact = (name, value) => html`<div><dt>${t(`rfm.${name}`)}</dt><dd>${value}</dd></div>`;
    return html`<section class="card segment ${s.segment}" data-test="segment-${s.segment}" aria-label=${t(`segment.${s.segment}`)}>
      ${segmentBadge(s.segment)}
      <p class="segment-size"><strong>${number(s.customers)}</strong> <span class="soft">${all ? percent(s.customers / all) : ''}</span></p>
      <p class="strategy">${t(`strategy.${s.segment}`)}</p>
      <dl>${fact('spent', money(s.spentFen))}${fact('averageRecency', t('rfm.days', { n: decimal(s.averageRecencyDays) }))}
        ${fact('averageFrequency', decimal(s.averageFrequency))}</dl>
      <a href=${link(['customers'], { segment: s.segment })}>${t('rfm.showCustomers')}</a></section>`;
  }
}

customElements.define('zm-rfm', Rfm);
