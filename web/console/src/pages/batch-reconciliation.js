import { html, nothing, svg } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { rangeText } from '../parts/items-text.js';
import { loaded } from '../parts/state.js';
import './print-report.js';

const STAGES = ['issued', 'delivered', 'printed', 'activated', 'scanned', 'spoiled', 'recalled', 'voided'];
const ALWAYS = 5;
const SHOWN = 5;

/** What became of a batch's items: bars for the stages, and in words what doesn't add up. */
class BatchReconciliation extends ZmElement {
  static properties = { number: { attribute: false }, version: { attribute: false }, reporting: { state: true } };

  #sum = new Load(this, (options) => get(`/batches/${this.number}/reconciliation`, options), () => [this.number, this.version]);

  render() {
    return html`<section class="card" aria-labelledby="reconciliation">
      <div class="card-head"><h2 id="reconciliation">${t('recon.title')}</h2>
        <button class="button" type="button" data-test="print-report" @click=${() => { this.reporting = true; }}>${t('recon.report')}</button></div>
      ${loaded(this.#sum, (sum) => html`${this.#stages(sum.counts)}${this.#notes(sum)}${this.#discrepancies(sum.discrepancies)}`)}
      ${this.reporting ? html`<zm-print-report .number=${this.number} @closed=${() => { this.reporting = false; }}
        @done=${() => { this.reporting = false; this.#sum.reload(); }}></zm-print-report>` : nothing}
    </section>`;
  }

  #stages(counts) {
    const shown = STAGES.filter((stage, i) => i < ALWAYS || counts[stage] > 0);
    return html`<dl class="stages" data-test="stages">${shown.map((stage) => html`<div>
      <dt>${t(`stage.${stage}`)}</dt>
      <dd><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="stage-ground" width="100" height="10"></rect><rect class="stage-${stage}" width=${share(counts, stage)} height="10"></rect>`}</svg>
        <strong class="num" data-test="stage-${stage}">${number(counts[stage])}</strong></dd></div>`)}</dl>`;
  }

  #notes({ printReported, delivered }) {
    return [!printReported && 'recon.noReport', !delivered && 'recon.noDelivery'].filter(Boolean)
      .map((key) => html`<p class="soft small">${t(key)}</p>`);
  }

  #discrepancies(found) {
    if (found.length === 0) return html`<p class="notice" data-test="adds-up">${t('recon.addsUp')}</p>`;
    return html`<h3 class="gap">${t('recon.discrepancies')}</h3><ul class="discrepancies" data-test="discrepancies">
      ${found.map((d) => html`<li><p><strong class="num">${number(d.items)}</strong> ${t(`discrepancy.${d.kind}`)}</p>
        <p class="soft small">${t('states.items')}: ${d.first.slice(0, SHOWN).map(rangeText).join(', ')}${
          d.ranges > SHOWN ? ` ${t('states.more', { n: number(d.ranges - SHOWN) })}` : ''}</p></li>`)}</ul>`;
  }
}

/** At least a hair, so that one item of a million is seen. */
function share(counts, stage) {
  const part = (counts[stage] / counts.issued) * 100;
  return counts[stage] > 0 ? Math.max(0.4, part) : 0;
}

customElements.define('zm-batch-reconciliation', BatchReconciliation);
