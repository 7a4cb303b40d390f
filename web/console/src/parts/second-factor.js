import { html } from 'lit';
import { get, post } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { codeField } from './code-field.js';
import { field } from './field.js';
import { loaded } from './state.js';
import './enrol.js';
import './recovery-codes.js';

const FEW = 3;

/** A person's own second factor: set up, taken off, its recovery codes made anew. Event `changed` when other sessions ended. */
class SecondFactor extends ZmElement {
  static properties = { wanted: { state: true }, codes: { state: true }, enrolling: { state: true } };

  #load = new Load(this, (options) => get('/account/second-factor', options));
  #submit = new Submit(this);

  render() {
    return html`<section class="card" aria-labelledby="own-factor" data-test="second-factor"><h2 id="own-factor">${t('secondFactor.title')}</h2>
      ${loaded(this.#load, (state) => (state.on && !this.enrolling ? this.#on(state) : this.#off()))}</section>`;
  }

  #off() {
    return html`<p class="soft small">${t('secondFactor.lead')}</p><zm-enrol @confirmed=${() => { this.enrolling = true; }} @enrolled=${this.#enrolled}></zm-enrol>`;
  }

  #on(state) {
    if (this.codes) return html`<zm-recovery-codes .codes=${this.codes} @kept=${() => { this.codes = null; this.#load.reload(); }}></zm-recovery-codes>`;
    const few = state.recoveryCodesLeft <= FEW;
    return html`<p><span class="badge good">${t('secondFactor.on')}</span> ${t('secondFactor.since', { day: day(state.since) })}</p>
      <p class=${few ? 'notice bad' : 'soft small'} data-test="codes-left">${t(few ? 'secondFactor.fewLeft' : 'secondFactor.left', { count: state.recoveryCodesLeft })}</p>
      ${this.wanted ? this.#proof() : html`<div class="actions">
        <button class="button small" type="button" data-test="new-codes" @click=${() => this.#want('recovery-codes')}>${t('secondFactor.newCodes')}</button>
        <button class="button small" type="button" data-test="factor-off" @click=${() => this.#want('removal')}>${t('secondFactor.switchOff')}</button></div>`}`;
  }

  #proof() {
    const removal = this.wanted === 'removal';
    return html`<form novalidate data-test="proof-form" @submit=${this.#send}>
      <p>${t(removal ? 'secondFactor.offLead' : 'secondFactor.newLead')}</p>
      ${field({ name: 'password', label: t('account.current'), type: 'password', required: true, autocomplete: 'current-password', error: this.#submit.error('password') })}
      ${codeField({ hint: t('secondFactor.stepHint'), error: this.#submit.error('code') })}
      <div class="form-end"><button class="button" type="button" @click=${() => this.#want(null)}>${t('action.cancel')}</button>
        <button class="button primary" data-test="proof" ?disabled=${this.#submit.busy}>${t(removal ? 'secondFactor.switchOff' : 'secondFactor.newCodes')}</button></div>
    </form>`;
  }

  #want(what) {
    this.#submit.clear();
    this.wanted = what;
    if (what) this.updateComplete.then(() => this.querySelector('[name=password]').focus());
  }

  #send = async (event) => {
    const removal = this.wanted === 'removal';
    const answer = await this.#submit.send(event, (proof) => (removal ? session.removeSecondFactor(proof) : post('/account/second-factor/recovery-codes', proof)));
    if (!answer) return;
    this.wanted = null;
    if (removal) this.#changed('secondFactor.isOff');
    else this.codes = answer.recoveryCodes;
  };

  #enrolled = () => {
    this.enrolling = false;
    this.#changed('secondFactor.isOn');
  };

  #changed(text) {
    toast(t(text));
    this.#load.reload();
    this.dispatchEvent(new Event('changed'));
  }
}

customElements.define('zm-second-factor', SecondFactor);
