import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { loaded } from './state.js';

/** The parts of the country that provinces are grouped by: the first digit of their code in GB/T 2260. */
const PARTS = ['1', '2', '3', '4', '5', '6', '78'];

/** The provinces' names by code, loaded once for each element. */
export const provinceNames = (host) => new Load(host, (options) => get('/provinces', options));

/** What a territory is called; `provinces` as the API lists them. */
export function territoryText(soldIn, provinces) {
  if (!soldIn?.length) return t('territory.everywhere');
  return provinces.filter((p) => soldIn.includes(p.code)).map((p) => p.name).join(t('territory.between'));
}

/** Chooses where a batch may be sold; `value` is the list of codes, empty for everywhere. */
class Territory extends ZmElement {
  static properties = { soldIn: { attribute: false }, error: { attribute: false }, limited: { state: true }, chosen: { state: true } };

  #provinces = provinceNames(this);

  get value() {
    return this.limited ? [...this.chosen] : [];
  }

  willUpdate(changed) {
    if (!changed.has('soldIn')) return;
    this.chosen = new Set(this.soldIn ?? []);
    this.limited = this.chosen.size > 0;
  }

  render() {
    return html`<fieldset class="choices" data-test="territory"><legend>${t('territory.title')}</legend>
      ${this.#way(false, t('territory.everywhere'))}${this.#way(true, t('territory.some'))}
      ${this.limited ? loaded(this.#provinces, (provinces) => PARTS.map((part) => this.#part(part, provinces))) : nothing}
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
      <p class="hint">${t('territory.hint')}</p></fieldset>`;
  }

  #way(limited, text) {
    return html`<label class="choice"><input type="radio" name="territory" data-test=${limited ? 'sold-in-some' : 'sold-everywhere'}
      .checked=${this.limited === limited} @change=${() => { this.limited = limited; }}> ${text}</label>`;
  }

  #part(part, provinces) {
    const own = provinces.filter((p) => part.includes(p.code[0]));
    const count = own.filter((p) => this.chosen.has(p.code)).length;
    return html`<div class="provinces" role="group" aria-label=${t(`territory.part.${part}`)}>
      <label class="choice"><input type="checkbox" data-test="part-${part}" .checked=${count === own.length}
        .indeterminate=${count > 0 && count < own.length} @change=${(e) => this.#choose(own, e.target.checked)}>
        <strong>${t(`territory.part.${part}`)}</strong></label>
      <div class="province-list">${own.map((p) => html`<label class="choice"><input type="checkbox" data-test="province-${p.code}"
        .checked=${this.chosen.has(p.code)} @change=${(e) => this.#choose([p], e.target.checked)}> ${p.name}</label>`)}</div></div>`;
  }

  #choose(provinces, on) {
    const chosen = new Set(this.chosen);
    provinces.forEach(({ code }) => (on ? chosen.add(code) : chosen.delete(code)));
    this.chosen = chosen;
  }
}

customElements.define('zm-territory', Territory);
