import { html, nothing } from 'lit';
import { get, put, remove, replace, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import '../parts/phone-preview.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pictureField } from '../parts/picture-field.js';
import { loaded } from '../parts/state.js';

const HEX = /^#[0-9a-f]{6}$/i;
const PAUSE = 250;

/** How the brand looks to consumers, with a picture of it while it is edited. */
class AppearancePage extends ZmElement {
  static properties = { draft: { state: true }, ink: { state: true } };

  #load = new Load(this, async (options) => this.#take(await get('/appearance', options)));
  #submit = new Submit(this);
  #logo = new Submit(this);
  #waiting = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  render() {
    return html`${pageHead(t('appearance.title'), { lead: t('appearance.lead') })}
      ${loaded(this.#load, (saved) => html`<div class="columns">
        <div>${this.#form(saved)}${this.#logoCard(saved)}</div>
        <zm-phone-preview .look=${{ ...this.draft, ink: this.ink, logo: saved.logo, brand: saved.brand }}></zm-phone-preview></div>`)}`;
  }

  #form(saved) {
    const input = (name, more) => field({ name, label: t(`appearance.${name}`), value: saved[name], error: this.#submit.error(name), ...more });
    return html`<form class="card" novalidate data-test="appearance-form" @submit=${this.#save} @input=${this.#changed}>
      <h2>${t('appearance.form')}</h2>
      <div class="colour-field">
        ${input('colour', { value: saved.colour?.value, maxlength: 7, hint: t('appearance.colourHint'), note: this.#note() })}
        <input type="color" aria-label=${t('appearance.pick')} data-test="pick" .value=${this.draft.colour || '#ffffff'} @input=${this.#pick}>
      </div>
      ${input('phone', { maxlength: 40, inputmode: 'tel', hint: t('appearance.phoneHint') })}
      ${input('web', { maxlength: 200, inputmode: 'url', hint: t('appearance.webHint') })}
      ${input('email', { maxlength: 254, inputmode: 'email' })}
      <div class="form-end"><button class="button primary" data-test="save-appearance" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>
    </form>`;
  }

  #logoCard(saved) {
    return html`<section class="card"><h2>${t('appearance.logo')}</h2>
      ${pictureField({ name: 'logo', label: t('appearance.logo'), lead: t('appearance.logoLead'), url: saved.logo?.url, alt: saved.brand,
        error: this.#logo.error('picture'), removeText: t('appearance.logoRemove'), onFile: this.#chooseLogo, onRemove: this.#removeLogo })}</section>`;
  }

  #note() {
    if (!this.ink || !this.draft.colour) return undefined;
    const text = t(this.ink.ink === '#ffffff' ? 'appearance.inkWhite' : 'appearance.inkBlack', { contrast: number(this.ink.contrast) });
    return { kind: 'good', text };
  }

  #take(saved) {
    this.draft = { colour: saved.colour?.value ?? '', phone: saved.phone ?? '', web: saved.web ?? '', email: saved.email ?? '' };
    this.ink = saved.colour ?? null;
    return saved;
  }

  #pick = (event) => {
    event.stopPropagation();
    this.querySelector('[name=colour]').value = event.target.value;
    this.#changed();
  };

  #changed = () => {
    const { colour, ...contacts } = Object.fromEntries(new FormData(this.querySelector('form')));
    this.draft = { ...contacts, colour: HEX.test(colour) ? colour.toLowerCase() : '' };
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(this.#ask, PAUSE);
  };

  /** The server says how text looks on a colour; an answer that is late is none. */
  #ask = async () => {
    const { colour } = this.draft;
    const ink = colour ? await get(withQuery('/appearance/colour', { value: colour })).catch(() => null) : null;
    if (colour === this.draft.colour) this.ink = ink;
  };

  #save = async (event) => {
    const saved = await this.#submit.send(event, ({ colour, phone, web, email }) => put('/appearance', { colour, phone, web, email }));
    if (!saved) return;
    this.#load.value = this.#take(saved);
    toast(t('appearance.saved'));
  };

  #chooseLogo = (file) => this.#changeLogo(() => replace('/appearance/logo', file), 'appearance.logoSaved');
  #removeLogo = () => this.#changeLogo(() => remove('/appearance/logo'), 'appearance.logoRemoved');

  async #changeLogo(action, said) {
    const saved = await this.#logo.run(action);
    if (!saved) return;
    this.#load.value = { ...this.#load.value, logo: saved.logo };
    this.requestUpdate();
    toast(t(said));
  }
}

customElements.define('zm-appearance', AppearancePage);
