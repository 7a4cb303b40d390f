import { html } from 'lit';
import { get, post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { today } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { emptyState, loaded } from '../parts/state.js';

const PROFILES = ['COMPACT', 'SIGNED'];

const check = (name, text) => html`<label class="choice"><input type="checkbox" name=${name} data-test=${name}> ${text}</label>`;

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
      <div class="fields">
        ${field({ name: 'quantity', label: t('batches.quantity'), type: 'number', min: 1, step: 1, required: true, error: error('quantity'), hint: t('batches.quantityHint') })}
        ${field({ name: 'lot', label: t('batches.lot'), required: true, maxlength: 20, error: error('lot'), hint: t('batches.lotHint') })}
      </div>
      ${field({ name: 'producedOn', label: t('batches.producedOn'), type: 'date', value: today(), required: true, error: error('producedOn') })}
      ${field({ name: 'profile', label: t('batches.profile'), value: 'COMPACT', error: error('profile'), hint: t('batches.profileHint'),
        options: PROFILES.map((p) => [p, t(`profile.${p}`)]) })}
      <fieldset class="choices"><legend>${t('batches.linkParts')}</legend>
        ${check('linkLot', t('batches.linkLot'))}
        ${check('linkExpiry', t('batches.linkExpiry'))}
        ${error('linkParts.expiry') ? html`<p class="error" role="alert">${error('linkParts.expiry')}</p>` : ''}
        <p class="hint">${t('batches.linkPartsHint')}</p></fieldset>
      <div class="form-end">
        <a class="button" href=${link(['batches'])}>${t('action.cancel')}</a>
        <button class="button primary" data-test="create-batch" ?disabled=${this.#submit.busy}>${t('batches.create')}</button></div>
    </form>`;
  }

  #save = async (event) => {
    const batch = await this.#submit.send(event, ({ gtin, quantity, lot, producedOn, profile, linkLot, linkExpiry }) =>
      post('/batches', { gtin, quantity: Number(quantity), lot, producedOn, profile,
        linkParts: { lot: linkLot === 'on', expiry: linkExpiry === 'on' } }));
    if (!batch) return;
    toast(t('batches.created', { number: batch.number }));
    go(['batches', String(batch.number)]);
  };
}

customElements.define('zm-batch-new', BatchNew);
