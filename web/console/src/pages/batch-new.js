import { html } from 'lit';
import { get, post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { batchFields, detailsOf } from '../parts/batch-fields.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { emptyState, loaded } from '../parts/state.js';
import '../parts/territory.js';

const EVERYWHERE = [];

class BatchNew extends ZmElement {
  static properties = { gtin: { attribute: false } };

  #products = new Load(this, (options) => get('/products?size=200', options));
  #submit = new Submit(this);

  render() {
    return html`${pageHead(t('batches.new'), { lead: t('batches.newLead'), back: { href: link(['batches']), text: t('batches.title') } })}
      ${loaded(this.#products, ({ items }) => (items.length
        ? this.#form(items)
        : emptyState(t('batches.productFirst'), html`<a class="button primary" href=${link(['products', 'new'])}>${t('products.new')}</a>`)))}`;
  }

  #form(products) {
    const error = (name) => this.#submit.error(name);
    return html`<form class="card form" novalidate data-test="batch-form" @submit=${this.#save}>
      ${field({ name: 'gtin', label: t('batches.product'), required: true, value: this.gtin, error: error('gtin'),
        options: products.map((p) => [p.gtin, `${p.name} · ${p.gtin}`]) })}
      ${batchFields({}, error)}
      <zm-territory .soldIn=${EVERYWHERE} .error=${error('soldIn')}></zm-territory>
      <fieldset class="choices"><legend>${t('draft.start')}</legend>
        <label class="choice"><input type="checkbox" name="draft" data-test="draft"> ${t('draft.asDraft')}</label>
        <p class="hint">${t('draft.hint')}</p></fieldset>
      <div class="form-end">
        <a class="button" href=${link(['batches'])}>${t('action.cancel')}</a>
        <button class="button primary" data-test="create-batch" ?disabled=${this.#submit.busy}>${t('batches.create')}</button></div>
    </form>`;
  }

  #save = async (event) => {
    const soldIn = this.querySelector('zm-territory').value;
    const batch = await this.#submit.send(event, (values) =>
      post('/batches', { gtin: values.gtin, ...detailsOf(values), soldIn, state: values.draft === 'on' ? 'CREATED' : 'ISSUED' }));
    if (!batch) return;
    toast(t('batches.created', { number: batch.number }));
    go(['batches', String(batch.number)]);
  };
}

customElements.define('zm-batch-new', BatchNew);
