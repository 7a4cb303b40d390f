import { html, nothing } from 'lit';
import { get, post, put, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { Submit } from '../core/submit.js';
import { toast, toastProblem } from '../core/toast.js';
import { field, suiteOptions } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import { dialog } from '../parts/dialog.js';
import { prefixesOf } from '../core/gtin.js';

class Brands extends ZmElement {
  static properties = { page: { attribute: false }, changing: { state: true } };

  #load = new Load(this, (options) => get(withQuery('/brands', { page: this.page }), options), () => this.page);
  #submit = new Submit(this);
  #change = new Submit(this);

  render() {
    const error = (name) => this.#submit.error(name);
    return html`${pageHead(t('brands.title'), { lead: t('brands.lead') })}
      <div class="columns wide-left">
        <div class="card flush">${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('brands.empty')) : html`${this.#table(list)}${pager(list)}`))}</div>
        <form class="card" novalidate data-test="brand-form" @submit=${this.#create}><h2>${t('brands.new')}</h2>
          ${field({ name: 'name', label: t('brands.name'), required: true, maxlength: 100, error: error('name') })}
          ${field({ name: 'slug', label: t('brands.slug'), required: true, maxlength: 40, hint: t('brands.slugHint'), error: error('slug') })}
          ${field({ name: 'suite', label: t('keys.suite'), value: 'AES_ED25519', options: suiteOptions(), hint: t('keys.suiteHint'), error: error('suite') })}
          ${this.changing ? nothing : this.#prefixFields({ prefixes: [], anyGtin: false }, error)}
          <div class="form-end"><button class="button primary" data-test="create-brand" ?disabled=${this.#submit.busy}>${t('brands.create')}</button></div>
        </form></div>
      ${this.changing ? this.#dialog(this.changing) : nothing}`;
  }

  #table(list) {
    return table({
      caption: t('brands.title'), test: 'brands', rows: list.items,
      columns: [
        { head: t('brands.name'), wide: true, cell: (b) => b.name },
        { head: t('brands.slug'), cell: (b) => html`<span class="mono">${b.slug}</span>` },
        { head: t('brands.prefixes'), cell: (b) => html`<span class="stack"><span class="mono">${b.prefixes.join(' ') || (b.anyGtin ? '' : t('brands.noPrefix'))}</span>
          ${b.anyGtin ? html`<span class="soft small">${t('brands.anyGtin')}</span>` : nothing}</span>` },
        { head: t('secondFactor.title'), cell: (b) => html`<div class="field"><select data-test="demand-${b.slug}" aria-label=${t('secondFactor.demandOf', { name: b.name })} @change=${(event) => this.#demand(b, event.target)}>
          ${DEMANDS.map((of) => html`<option value=${of} ?selected=${of === b.secondFactor}>${t(`secondFactor.demand.${of}`)}</option>`)}</select></div>` },
        { head: t('brands.change'), cell: (b) => html`<button class="button small" type="button" data-test="prefixes-${b.slug}" aria-label=${t('brands.changePrefixes', { name: b.name })}
          @click=${() => { this.#change.clear(); this.changing = b; }}>${t('brands.change')}</button>` },
        { head: t('brands.createdAt'), num: true, cell: (b) => day(b.createdAt) },
      ],
    });
  }

  #prefixFields(brand, error) {
    return html`${field({ name: 'prefixes', label: t('brands.prefixes'), value: brand.prefixes.join(' '), maxlength: 1000, hint: t('brands.prefixesHint'), error: error('prefixes') })}
      <div class="field check"><label><input type="checkbox" name="anyGtin" data-test="any-gtin" aria-describedby="any-gtin-hint" ?checked=${brand.anyGtin}>${t('brands.anyGtin')}</label>
        <p class="hint" id="any-gtin-hint">${t('brands.anyGtinHint')}</p></div>`;
  }

  #dialog(brand) {
    return dialog({
      title: t('brands.changePrefixes', { name: brand.name }), test: 'prefixes-dialog', onClose: () => { this.changing = null; },
      body: html`<form novalidate @submit=${this.#save}>${this.#prefixFields(brand, (name) => this.#change.error(name))}
        <div class="form-end"><button class="button primary" data-test="save-prefixes" ?disabled=${this.#change.busy}>${t('action.save')}</button></div></form>`,
    });
  }

  #demand = async (brand, select) => {
    try {
      await put(`/brands/${brand.id}/second-factor`, { of: select.value });
      toast(t('secondFactor.demandSaved', { name: brand.name }));
    } catch (problem) {
      toastProblem(problem);
    }
    this.#load.reload();
  };

  #save = async (event) => {
    const { id, name } = this.changing;
    const saved = await this.#change.send(event, (values) => put(`/brands/${id}/prefixes`, asked(values)));
    if (!saved) return;
    this.changing = null;
    toast(t('brands.prefixesSaved', { name }));
    this.#load.reload();
  };

  #create = async (event) => {
    const form = event.target;
    const brand = await this.#submit.send(event, (values) => post('/brands', asked(values)));
    if (!brand) return;
    form.reset();
    toast(t('brands.created', { name: brand.name }));
    this.#load.reload();
  };
}

const DEMANDS = ['NOBODY', 'OPERATORS', 'EVERYBODY'];

const asked = (values) => ({ ...values, prefixes: prefixesOf(values.prefixes), anyGtin: values.anyGtin === 'on' });

customElements.define('zm-brands', Brands);
