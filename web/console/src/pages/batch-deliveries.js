import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { icon } from '../parts/icons.js';
import { emptyState, loaded } from '../parts/state.js';
import './batch-downloads.js';
import './delivery-new.js';
import './delivery-row.js';

const POLL_MS = 1000;
const OPEN = ['QUEUED', 'RUNNING'];
const SHOWN = 20;

/** How codes of a batch leave: deliveries with their progress, and quick downloads of a few. */
class BatchDeliveries extends ZmElement {
  static properties = { batch: { attribute: false }, ordering: { state: true } };

  #timer = 0;
  #houses = new Load(this, (options) => get('/printing-houses?size=200', options));
  #deliveries = new Load(this, (options) => this.#fetch(options), () => this.batch.number);

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  async #fetch(options) {
    clearTimeout(this.#timer);
    const list = await get(withQuery('/deliveries', { batch: this.batch.number, size: SHOWN }), options);
    if (list.items.some((delivery) => OPEN.includes(delivery.state))) this.#timer = setTimeout(this.#deliveries.reload, POLL_MS);
    return list;
  }

  get #active() {
    return (this.#houses.value?.items ?? []).filter((house) => house.active);
  }

  render() {
    const houses = this.#active;
    return html`<section class="card" aria-labelledby="deliveries"><div class="with-action"><h2 id="deliveries">${t('deliveries.title')}</h2>
        <button class="button primary" type="button" data-test="new-delivery" ?disabled=${!this.#houses.value} @click=${() => { this.ordering = true; }}>${icon('plus', 16)}${t('deliveries.new')}</button></div>
      <p class="soft small">${t(houses.length ? 'deliveries.sealedLead' : 'deliveries.lead')}</p>
      ${loaded(this.#deliveries, (list) => (list.total === 0 ? emptyState(t('deliveries.empty')) : html`<ul class="deliveries" data-test="deliveries">
        ${repeat(list.items, (delivery) => delivery.id, (delivery) => html`<li><zm-delivery-row .delivery=${delivery} @changed=${this.#deliveries.reload}></zm-delivery-row></li>`)}</ul>`))}
      </section>
      ${houses.length ? nothing : html`<zm-batch-downloads .batch=${this.batch}></zm-batch-downloads>`}
      ${this.ordering ? html`<zm-delivery-new .batch=${this.batch} .houses=${houses} @done=${this.#ordered} @closed=${this.#close}></zm-delivery-new>` : nothing}`;
  }

  #close = () => { this.ordering = false; };

  #ordered = () => {
    this.#close();
    this.#deliveries.reload();
  };
}

customElements.define('zm-batch-deliveries', BatchDeliveries);
