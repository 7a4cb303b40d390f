import { html, nothing } from 'lit';
import { picture, post, put, remove } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { ARRANGEMENTS, CORRECTIONS, designOf, MASKS, PAGES, RESOLUTIONS, templateName, TEXTS } from '../core/label-template.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';

const PAUSE = 350;

/** A template as a form with its picture beside it. Events `saved` (detail: the template) and `deleted`. */
class LabelTemplate extends ZmElement {
  static properties = { template: { attribute: false }, image: { state: true }, wrong: { state: true }, logo: { state: true }, page: { state: true }, leftOut: { state: true } };

  #submit = new Submit(this);
  #waiting = 0;
  #drawn = 0;

  willUpdate(changed) {
    if (!changed.has('template')) return;
    const { design } = this.template;
    this.logo = design.logo ?? null;
    this.page = design.page;
    this.wrong = {};
    this.#draw(design);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
    this.#show(null);
  }

  render() {
    return html`<div class="columns template-edit">
      <form class="card" novalidate data-test="template-form" @submit=${this.#save} @input=${this.#changed}>
        <h2>${templateName(this.template)}</h2>
        ${this.template.builtIn ? html`<p class="soft small">${t('templates.copyHint')}</p>` : nothing}
        ${field({ name: 'name', label: t('templates.name'), required: true, maxlength: 80, value: this.template.builtIn ? '' : this.template.name, error: this.#error('name') })}
        ${this.#sheet()}${this.#label()}${this.#code()}${this.#texts()}${this.#logo()}
        <div class="form-end">
          ${this.template.builtIn ? nothing : html`<button class="button danger" type="button" data-test="delete-template" @click=${this.#delete}>${t('templates.delete')}</button>`}
          <button class="button primary" data-test="save-template" ?disabled=${this.#submit.busy}>${t(this.template.builtIn ? 'templates.saveCopy' : 'templates.save')}</button></div>
      </form>
      <section class="card template-picture" aria-label=${t('templates.preview')}>
        <h2>${t('templates.preview')}</h2>
        ${this.image ? html`<img src=${this.image} alt=${t('templates.previewAlt')} data-test="preview">` : nothing}
        ${Object.entries(this.leftOut ?? {}).map(([name, characters]) => html`<p class="notice" role="status" data-test="left-out">${t('templates.leftOut', { field: t(`templates.${name}`), characters })}</p>`)}
        <p class="soft small">${t('templates.previewHint')}</p></section>
    </div>`;
  }

  #sheet() {
    return html`<h3>${t('templates.sheet')}</h3>
      ${this.#select('page', PAGES)}
      ${this.page === 'CUSTOM' ? this.#pair('pageWidthMm', 'pageHeightMm') : nothing}
      ${this.page === 'ROLL' ? nothing : html`${this.#pair('marginXMm', 'marginYMm')}${this.#pair('gapXMm', 'gapYMm')}${this.#check('cutMarks')}`}`;
  }

  #label() {
    return html`<h3>${t('templates.label')}</h3>${this.#pair('labelWidthMm', 'labelHeightMm')}${this.#select('arrangement', ARRANGEMENTS)}${this.#check('pairs')}`;
  }

  #code() {
    return html`<h3>${t('templates.code')}</h3>${this.#pair('codeSideMm', 'quietZone')}
      <div class="fields">${this.#select('correction', CORRECTIONS)}${this.#select('mask', MASKS)}</div>${this.#select('dpi', RESOLUTIONS)}`;
  }

  #texts() {
    return html`<fieldset class="choices"><legend>${t('templates.texts')}</legend>
        ${TEXTS.map((text) => html`<label class="choice"><input type="checkbox" name="text-${text}" data-test="text-${text}" .checked=${this.template.design.texts.includes(text)}> ${t(`labelText.${text}`)}</label>`)}</fieldset>
      ${this.#number('textPt')}
      <div class="fields">${['outerWord', 'innerWord'].map((name) => field({ name, label: t(`templates.${name}`), maxlength: 20, required: true, value: this.template.design[name], error: this.#error(name) }))}</div>`;
  }

  #logo() {
    const error = this.#error('logo');
    return html`<h3>${t('templates.logo')}</h3>${this.#number('logoHeightMm')}
      <div class="field ${error ? 'invalid' : ''}"><label for="f-logo">${t('templates.logoFile')}</label>
        <input id="f-logo" type="file" accept="image/png,image/jpeg" data-test="logo" @change=${this.#chooseLogo}>
        ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}</div>
      ${this.logo ? html`<button class="button small" type="button" data-test="remove-logo" @click=${this.#removeLogo}>${t('templates.logoRemove')}</button>` : nothing}`;
  }

  #number(name) {
    return field({ name, label: t(`templates.${name}`), type: 'number', step: 'any', min: 0, required: true, value: this.template.design[name], error: this.#error(name) });
  }

  #pair(one, other) {
    return html`<div class="fields">${this.#number(one)}${this.#number(other)}</div>`;
  }

  #select(name, options) {
    return field({ name, label: t(`templates.${name}`), value: String(this.template.design[name]), error: this.#error(name),
      options: options.map((option) => [option, t(`${name}.${option}`)]) });
  }

  #check(name) {
    return html`<label class="choice"><input type="checkbox" name=${name} data-test=${name} .checked=${this.template.design[name]}> ${t(`templates.${name}`)}</label>`;
  }

  #error(name) {
    return this.#submit.error(name) ?? this.#submit.error(`design.${name}`) ?? this.wrong?.[name];
  }

  #design() {
    const form = this.querySelector('form');
    const values = Object.fromEntries(new FormData(form));
    return designOf({ ...this.template.design, cutMarks: undefined, pairs: undefined, ...values }, TEXTS.filter((text) => values[`text-${text}`] === 'on'), this.logo);
  }

  #changed = () => {
    this.page = this.querySelector('[name=page]').value;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#draw(this.#design()), PAUSE);
  };

  /** Of two pictures under way the later one stays, whichever comes first. */
  async #draw(design) {
    const turn = ++this.#drawn;
    try {
      const { picture: drawn, leftOut } = await picture('/label-templates/preview', design);
      if (turn !== this.#drawn) return;
      this.wrong = {};
      this.leftOut = leftOut;
      this.#show(URL.createObjectURL(drawn));
    } catch (problem) {
      if (turn === this.#drawn) this.wrong = problem.fields ?? {};
    }
  }

  #show(url) {
    if (this.image) URL.revokeObjectURL(this.image);
    this.image = url;
  }

  #chooseLogo = async (event) => {
    const file = event.target.files[0];
    if (!file) return;
    const octets = new Uint8Array(await file.slice(0, 300 * 1024).arrayBuffer());
    this.logo = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''));
    this.#changed();
  };

  #removeLogo = () => {
    this.logo = null;
    this.#changed();
  };

  #save = async (event) => {
    const saved = await this.#submit.send(event, ({ name }) => {
      const wanted = { name, design: this.#design() };
      return this.template.builtIn ? post('/label-templates', wanted) : put(`/label-templates/${this.template.id}`, wanted);
    });
    if (!saved) return;
    toast(t('templates.saved', { name: saved.name }));
    this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
  };

  #delete = async () => {
    if (!confirm(t('templates.deleteSure', { name: this.template.name }))) return;
    await this.#submit.run(() => remove(`/label-templates/${this.template.id}`));
    this.dispatchEvent(new Event('deleted'));
  };
}

customElements.define('zm-label-template', LabelTemplate);
