import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';

const SAMPLES = ['Genuine', 'Suspect'];

/** A phone with the head of the verification page. `look`: colour, ink, logo, brand, phone, web, email. */
class PhonePreview extends ZmElement {
  static properties = { look: { attribute: false }, sample: { state: true } };

  constructor() {
    super();
    this.sample = 'Genuine';
  }

  /** Colours are set by script: the security policy takes no style attribute. */
  updated() {
    const strip = this.querySelector('.phone-house');
    if (!strip) return;
    const coloured = this.sample === 'Genuine' && this.look.colour;
    strip.style.backgroundColor = coloured ? this.look.colour : '';
    strip.style.color = coloured ? (this.look.ink?.ink ?? '') : '';
  }

  render() {
    const { look } = this;
    return html`<section class="card phone-card" aria-label=${t('appearance.preview')}>
      <div class="with-action"><h2>${t('appearance.preview')}</h2>
        <div class="switch" role="group" aria-label=${t('appearance.previewOf')}>${SAMPLES.map((sample) => html`<button type="button"
          data-test="preview-${sample}" aria-pressed=${this.sample === sample ? 'true' : 'false'} @click=${() => { this.sample = sample; }}>${t(`appearance.sample${sample}`)}</button>`)}</div></div>
      <div class="phone" data-test="phone-shown">
        ${this.#strip(look)}
        <div class="phone-verdict ${this.sample}"><strong>${t(`appearance.sample${this.sample}`)}</strong></div>
        ${this.sample === 'Suspect' ? this.#contacts(look) : html`<div class="phone-lines"><i></i><i></i><i></i></div>`}
      </div>
      <p class="soft small">${t('appearance.previewHint')}</p></section>`;
  }

  #strip({ colour, logo, brand }) {
    if (!logo && (!colour || this.sample !== 'Genuine')) return nothing;
    return html`<div class="phone-house" data-test="phone-house">${logo ? html`<span class="phone-logo"><img src=${logo.url} alt=${brand}></span>` : brand}</div>`;
  }

  #contacts({ phone, web, email }) {
    const ways = [[phone, 'appearance.call'], [web, 'appearance.open'], [email, 'appearance.write']].filter(([value]) => value);
    return html`<div class="phone-advice"><strong>${t('appearance.advice')}</strong>
      ${ways.map(([value, key]) => html`<span class="phone-button">${t(key, { value: value.replace(/^https:\/\//i, '').split('/')[0] })}</span>`)}</div>`;
  }
}

customElements.define('zm-phone-preview', PhonePreview);
