import { html, nothing } from 'lit';
import { get, post, put, remove, replace } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { gtin14, judgeGtin } from '../core/gtin.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pictureField } from '../parts/picture-field.js';
import { loaded } from '../parts/state.js';

/** Creates a product, or changes the one whose GTIN is given; who may not write sees it only. */
class ProductEdit extends ZmElement {
  static properties = { gtin: { attribute: false }, typed: { state: true }, restricted: { state: true } };

  #load = new Load(this, async (options) => (this.gtin ? get(`/products/${this.gtin}`, options) : {}), () => this.gtin);
  #submit = new Submit(this);
  #picture = new Submit(this);

  constructor() {
    super();
    this.typed = '';
    this.restricted = false;
  }

  render() {
    const title = t(this.gtin ? 'products.edit' : 'products.new');
    return html`${pageHead(title, { names: this.#load.value?.name, back: { href: link(['products']), text: t('products.title') } })}
      ${loaded(this.#load, (product) => html`${this.#form(product)}${this.gtin && session.canEdit ? this.#pictureCard(product) : nothing}`)}`;
  }

  #form(product) {
    const locked = !session.canEdit;
    const error = (name) => this.#submit.error(name);
    return html`<form class="card form" novalidate data-test="product-form" @submit=${this.#save}>
      ${this.restricted ? nothing : field({ name: 'gtin', label: t('products.gtin'), value: product.gtin, required: true, disabled: Boolean(this.gtin) || locked,
        inputmode: 'numeric', maxlength: 20, hint: this.gtin ? this.#circulation(product) : t('products.gtinHint'), error: error('gtin'),
        note: this.gtin ? undefined : this.#gtinNote(), onInput: this.#type })}
      ${this.gtin ? nothing : html`<div class="field check"><label><input type="checkbox" data-test="restricted" aria-describedby="restricted-hint"
        .checked=${this.restricted} @change=${this.#restrict}>${t('products.restricted')}</label>
        <p class="hint" id="restricted-hint">${t('products.restrictedHint')}</p></div>`}
      ${field({ name: 'name', label: t('products.name'), value: product.name, required: true, maxlength: 200, disabled: locked, error: error('name') })}
      ${field({ name: 'category', label: t('products.category'), value: product.category, required: true, maxlength: 100, disabled: locked, error: error('category') })}
      <div class="fields">
        ${field({ name: 'listPrice', label: t('products.priceYuan'), type: 'number', min: 0, step: '0.01', required: true, disabled: locked,
          value: product.listPriceFen === undefined ? undefined : (product.listPriceFen / 100).toFixed(2), error: error('listPriceFen') })}
        ${field({ name: 'shelfLifeDays', label: t('products.shelfLifeDays'), type: 'number', min: 1, step: 1, disabled: locked, hint: t('products.shelfLifeHint'),
          value: product.shelfLifeDays, error: error('shelfLifeDays') })}
      </div>
      ${locked ? nothing : html`<div class="form-end">
        <a class="button" href=${link(['products'])}>${t('action.cancel')}</a>
        <button class="button primary" data-test="save-product" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>`}
    </form>`;
  }

  #pictureCard(product) {
    const change = (action, said) => async (file) => {
      const saved = await this.#picture.run(() => action(file));
      if (!saved) return;
      this.#load.value = { ...product, picture: saved.picture };
      this.requestUpdate();
      toast(t(said));
    };
    const path = `/products/${this.gtin}/picture`;
    return html`<section class="card form"><h2>${t('products.picture')}</h2>${pictureField({ name: 'picture', label: t('products.picture'), lead: t('products.pictureLead'),
      url: product.picture ? `/p/${session.brand.slug}/${product.picture}` : undefined, alt: t('products.pictureAlt', { name: product.name }),
      error: this.#picture.error('picture'), removeText: t('products.pictureRemove'),
      onFile: change((file) => replace(path, file), 'products.pictureSaved'), onRemove: change(() => remove(path), 'products.pictureRemoved') })}</section>`;
  }

  #type = (event) => {
    this.typed = event.target.value;
    const note = this.#gtinNote();
    event.target.setCustomValidity(note && note.kind !== 'good' ? note.text : '');
  };

  #restrict = (event) => {
    this.restricted = event.target.checked;
    this.typed = '';
  };

  #circulation(product) {
    return product.circulation === 'RESTRICTED' ? t('products.restrictedOnly') : undefined;
  }

  #gtinNote() {
    const { state, expected, count } = judgeGtin(this.typed);
    if (state === 'empty') return undefined;
    const kind = state === 'right' ? 'good' : state === 'short' ? 'soft' : 'bad';
    return { kind, text: t(`gtin.${state}`, { expected, count }) };
  }

  #save = async (event) => {
    const saved = await this.#submit.send(event, ({ gtin, name, category, listPrice, shelfLifeDays }) => {
      const body = { name, category, listPriceFen: Math.round(Number(listPrice) * 100), shelfLifeDays: shelfLifeDays === '' ? null : Number(shelfLifeDays) };
      if (this.gtin) return put(`/products/${this.gtin}`, body);
      return post('/products', this.restricted ? { restricted: true, ...body } : { gtin: gtin14(gtin), ...body });
    });
    if (!saved) return;
    toast(t('products.saved', { name: saved.name }));
    go(['products']);
  };
}

customElements.define('zm-product-edit', ProductEdit);
