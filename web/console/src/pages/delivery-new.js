import { html, nothing } from 'lit';
import { get, post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { templateName } from '../core/label-template.js';
import { Load } from '../core/load.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field } from '../parts/field.js';

const FORMATS = ['CSV', 'NDJSON', 'PDF', 'SVG_ZIP', 'PNG_ZIP', 'ZPL'];
const LABELS = ['PDF', 'SVG_ZIP', 'PNG_ZIP', 'ZPL'];
const KINDS = ['inner', 'outer', 'both'];

/** Orders a delivery of a batch. Events `done` and `closed`. With printing houses it is sealed for one of them. */
class DeliveryNew extends ZmElement {
  static properties = { batch: { attribute: false }, houses: { attribute: false }, format: { state: true } };

  #templates = new Load(this, (options) => get('/label-templates', options));

  #submit = new Submit(this);

  render() {
    return dialog({ title: t('deliveries.new'), test: 'delivery-dialog', onClose: this.#close, body: this.#form() });
  }

  #form() {
    const error = (name) => this.#submit.error(name);
    const most = this.batch.quantity;
    return html`<form novalidate data-test="delivery-form" @submit=${this.#send}>
      <div class="fields">
        ${field({ name: 'format', label: t('deliveries.format'), error: error('format'), options: FORMATS.map((f) => [f, t(`format.${f}`)]),
          onInput: (event) => { this.format = event.target.value; } })}
        ${field({ name: 'kind', label: t('downloads.kind'), error: error('kind'), options: KINDS.map((k) => [k, t(`kind.${k}`)]) })}
      </div>
      <div class="fields">
        ${field({ name: 'first', label: t('downloads.first'), type: 'number', min: 0, max: most - 1, value: 0, required: true, error: error('first') })}
        ${field({ name: 'count', label: t('downloads.count'), type: 'number', min: 1, max: most, placeholder: t('downloads.all'), error: error('count') })}
      </div>
      ${LABELS.includes(this.format) ? field({ name: 'template', label: t('deliveries.template'), error: error('template'),
        options: (this.#templates.value ?? []).map((one) => [one.id, templateName(one)]) }) : nothing}
      ${this.houses.length ? field({ name: 'printingHouseId', label: t('deliveries.house'), required: true, hint: t('deliveries.houseHint'), error: error('printingHouseId'),
        options: this.houses.map((house) => [String(house.id), house.name]) }) : nothing}
      <div class="form-end"><button class="button" type="button" @click=${this.#close}>${t('action.cancel')}</button>
        <button class="button primary" data-test="order-delivery" ?disabled=${this.#submit.busy}>${t('deliveries.order')}</button></div>
    </form>`;
  }

  #send = async (event) => {
    const ordered = await this.#submit.send(event, ({ format, kind, first, count, template, printingHouseId }) => post(`/batches/${this.batch.number}/deliveries`, {
      format, kind, first: Number(first),
      ...(count ? { count: Number(count) } : {}),
      ...(template ? { template } : {}),
      ...(printingHouseId ? { printingHouseId: Number(printingHouseId) } : {}),
    }));
    if (!ordered) return;
    const lost = (ordered.leftOut ?? []).map(({ field: name, characters }) => t('templates.leftOut', { field: t(`templates.${name}`), characters }));
    toast([t('deliveries.begun'), ...lost].join(' '));
    this.dispatchEvent(new Event('done'));
  };

  #close = () => this.dispatchEvent(new Event('closed'));
}

customElements.define('zm-delivery-new', DeliveryNew);
