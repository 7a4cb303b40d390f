import { html, nothing } from 'lit';
import { get, put, remove } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { complaintBadge, outcomeBadge } from '../parts/badge.js';
import { facts } from '../parts/facts.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';

const STATES = ['NEW', 'IN_PROGRESS', 'CLOSED'];

/** One complaint. Its photo is fetched when it is asked for: who looked is written down. */
class ComplaintPage extends ZmElement {
  static properties = { reference: { attribute: false }, photoShown: { state: true } };

  #load = new Load(this, (options) => get(`/complaints/${encodeURIComponent(this.reference)}`, options), () => this.reference);
  #submit = new Submit(this);

  render() {
    return html`${pageHead(t('complaints.one'), { names: this.reference, lead: html`<span class="mono">${this.reference}</span>`, back: { href: link(['complaints']), text: t('complaints.title') } })}
      ${loaded(this.#load, (complaint) => html`<div class="columns">${this.#facts(complaint)}${this.#work(complaint)}</div>`)}`;
  }

  #facts(c) {
    return html`<section class="card" aria-labelledby="told"><h2 id="told">${t('complaints.told')}</h2>
      ${facts([
        [t('complaints.at'), instant(c.createdAt)],
        [t('complaints.verdict'), outcomeBadge(c.outcome)],
        [t('complaints.boughtAt'), c.boughtAt || NONE],
        [t('complaints.message'), html`<span class="prose">${c.message || NONE}</span>`],
        [t('complaints.contact'), html`<span data-test="contact">${c.contact ?? NONE}</span>`],
        [t('complaints.consentedAt'), c.consentedAt ? instant(c.consentedAt) : NONE],
        [t('complaints.item'), c.item === undefined ? html`<span class="mono">${c.code}</span>` : html`<a href=${link(['items'], { code: c.code })} data-test="to-item">${t('complaints.toItem')}</a>`],
      ])}
      ${c.photo ? this.#photo(c) : nothing}</section>`;
  }

  #photo(c) {
    return this.photoShown
      ? html`<img class="complaint-photo" src=${c.photo} alt=${t('complaints.photoAlt')} data-test="photo">`
      : html`<button class="button gap" type="button" data-test="show-photo" @click=${() => { this.photoShown = true; }}>${t('complaints.showPhoto')}</button>`;
  }

  #work(c) {
    const error = this.#submit.error('note');
    return html`<form class="card" novalidate data-test="complaint-form" @submit=${this.#save}>
      <div class="with-action"><h2>${t('complaints.work')}</h2>${complaintBadge(c.state)}</div>
      ${field({ name: 'state', label: t('complaints.state'), value: c.state, options: STATES.map((state) => [state, t(`complaint.${state}`)]) })}
      <div class="field ${error ? 'invalid' : ''}"><label for="note">${t('complaints.note')}</label>
        <textarea id="note" name="note" rows="5" maxlength="1000" data-test="note" .value=${c.note}></textarea>
        ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}</div>
      <div class="form-end">
        <button class="button danger" type="button" data-test="erase" @click=${this.#erase}>${t('complaints.erase')}</button>
        <button class="button primary" data-test="save-complaint" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>
      <p class="soft small gap">${t('complaints.eraseHint')}</p>
    </form>`;
  }

  #save = async (event) => {
    const saved = await this.#submit.send(event, ({ state, note }) => put(`/complaints/${this.reference}`, { state, note }));
    if (!saved) return;
    this.#load.value = saved;
    this.requestUpdate();
    toast(t('complaints.saved'));
  };

  #erase = async () => {
    if (!confirm(t('complaints.eraseSure', { reference: this.reference }))) return;
    const erased = await this.#submit.run(() => remove(`/complaints/${this.reference}`));
    if (erased === undefined) return;
    toast(t('complaints.erased'));
    go(['complaints']);
  };
}

customElements.define('zm-complaint', ComplaintPage);
