import { html, nothing } from 'lit';
import { downloadLink, get, post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { bytes, instant, number, seconds } from '../core/format.js';
import { t } from '../core/i18n.js';
import { toast, toastProblem } from '../core/toast.js';
import { deliveryBadge } from '../parts/badge.js';
import { icon } from '../parts/icons.js';

const OPEN = ['QUEUED', 'RUNNING'];
const RESUMABLE = ['CANCELLED', 'FAILED', 'EXPIRED'];

/** One delivery: what it is, how far it is, what can be done with it. Event `changed` after a change. */
class DeliveryRow extends ZmElement {
  static properties = { delivery: { attribute: false }, files: { state: true } };

  constructor() {
    super();
    this.files = null;
  }

  render() {
    const d = this.delivery;
    return html`<div class="delivery" data-test="delivery-${d.id}">
      <div class="delivery-head"><strong>${t('deliveries.numbered', { id: d.id, format: t(`format.${d.format}`) })}</strong>${deliveryBadge(d.state)}
        <span class="soft small">${t('deliveries.range', { kind: t(`kind.${d.kind}`), first: number(d.first), last: number(d.first + d.count - 1) })}</span>
        ${d.printingHouse ? html`<span class="soft small">${icon('sealed', 14)} ${t('deliveries.for', { name: d.printingHouse.name })}</span>` : nothing}</div>
      ${OPEN.includes(d.state) ? this.#progress(d) : this.#past(d)}
      <div class="actions">${this.#actions(d)}</div>
      ${this.files ? this.#files(d) : nothing}
    </div>`;
  }

  #progress(d) {
    const id = `delivery-progress-${d.id}`;
    return html`<div class="delivery-progress" data-test="delivery-progress"><label for=${id}>${t('deliveries.percent', { percent: number(d.percent) })}</label>
      <progress id=${id} max="100" value=${d.percent}></progress>
      <span class="soft small num">${this.#pace(d)}</span></div>`;
  }

  #pace(d) {
    if (!d.codesPerSecond) return t('deliveries.waiting');
    const rate = t('deliveries.rate', { rate: number(d.codesPerSecond) });
    return d.secondsLeft === undefined ? rate : `${rate} · ${t('deliveries.left', { time: seconds(d.secondsLeft) })}`;
  }

  #past(d) {
    return html`${d.failure ? html`<p class="notice bad" data-test="delivery-failure">${d.failure.message}</p>` : nothing}
      <p class="soft small">${t('deliveries.ordered', { at: instant(d.createdAt), by: d.createdBy })}${
        d.expiresAt ? ` · ${t('deliveries.kept', { until: instant(d.expiresAt) })}` : nothing}</p>`;
  }

  #actions(d) {
    const button = (name, test, action) => html`<button class="button small" type="button" data-test=${test} @click=${action}>${name}</button>`;
    return html`${d.state === 'READY' ? html`<button class="button small" type="button" data-test="show-files" aria-expanded=${this.files ? 'true' : 'false'} @click=${this.#toggle}>${icon('download', 16)}${t('deliveries.files', { n: number(d.filesTotal) })}</button>` : nothing}
      ${OPEN.includes(d.state) ? button(t('action.cancel'), 'cancel-delivery', () => this.#change('cancellation', 'deliveries.cancelled')) : nothing}
      ${RESUMABLE.includes(d.state) ? button(t('deliveries.resume'), 'resume-delivery', () => this.#change('resumption', 'deliveries.resumed')) : nothing}`;
  }

  #files(d) {
    const path = `/deliveries/${d.id}`;
    return html`<ul class="delivery-files" data-test="delivery-files">
      <li><a download href=${downloadLink(`${path}/manifest.p7m`)}>${t('deliveries.manifest')}</a>
        <a class="soft small" download href=${downloadLink(`${path}/manifest.json`)}>JSON</a></li>
      ${this.files.map((file) => html`<li><a download data-test="delivery-file" href=${downloadLink(`${path}/files/${file.number}`)}>${file.name}</a>
        <span class="soft small num">${bytes(file.bytes)}</span><code class="soft small" title="SHA-256">${file.sha256.slice(0, 16)}…</code></li>`)}</ul>`;
  }

  #toggle = async () => {
    if (this.files) {
      this.files = null;
      return;
    }
    try {
      this.files = (await get(`/deliveries/${this.delivery.id}`)).files;
    } catch (problem) {
      toastProblem(problem);
    }
  };

  async #change(what, told) {
    try {
      await post(`/deliveries/${this.delivery.id}/${what}`);
      toast(t(told));
      this.dispatchEvent(new Event('changed'));
    } catch (problem) {
      toastProblem(problem);
    }
  }
}

customElements.define('zm-delivery-row', DeliveryRow);
