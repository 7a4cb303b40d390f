import { html, svg } from 'lit';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { codeField } from './code-field.js';
import { field } from './field.js';
import './recovery-codes.js';

/** Sets up a second factor: password, then app and code, then recovery codes. Event `confirmed` when
 * those are shown, `enrolled` once they are put away. */
class Enrol extends ZmElement {
  static properties = { started: { state: true }, done: { state: true } };

  #submit = new Submit(this);

  render() {
    if (this.done) return html`<zm-recovery-codes .codes=${this.done.recoveryCodes} @kept=${this.#kept}></zm-recovery-codes>`;
    return this.started ? this.#confirm() : this.#ask();
  }

  #ask() {
    return html`<form novalidate data-test="enrol-form" @submit=${this.#start}>
      ${field({ name: 'password', label: t('account.current'), type: 'password', required: true, autocomplete: 'current-password', error: this.#submit.error('password') })}
      <div class="form-end"><button class="button primary" data-test="enrol" ?disabled=${this.#submit.busy}>${t('secondFactor.start')}</button></div></form>`;
  }

  #confirm() {
    const { qr, secret } = this.started;
    return html`<form novalidate data-test="confirm-form" @submit=${this.#on}>
      <p>${t('secondFactor.scan')}</p>
      <svg class="qr" viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label=${t('secondFactor.qr')}>${svg`<path d=${qr.path}/>`}</svg>
      <p class="soft small">${t('secondFactor.typeIt')}</p>
      <p class="secret mono" data-test="totp-secret">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      ${codeField({ hint: t('secondFactor.confirmHint'), error: this.#submit.error('code') })}
      <div class="form-end"><button class="button primary" data-test="confirm" ?disabled=${this.#submit.busy}>${t('secondFactor.confirm')}</button></div></form>`;
  }

  #start = async (event) => {
    this.started = await this.#submit.send(event, ({ password }) => session.startSecondFactor(password)) ?? null;
    if (this.started) this.updateComplete.then(() => this.querySelector('[name=code]').focus());
  };

  #on = async (event) => {
    this.done = await this.#submit.send(event, ({ code }) => session.confirmSecondFactor(code)) ?? null;
    if (!this.done) return;
    this.started = null;
    this.dispatchEvent(new Event('confirmed'));
  };

  #kept = () => {
    const { session: opened } = this.done;
    this.done = null;
    session.goOn(opened);
    this.dispatchEvent(new Event('enrolled'));
  };
}

customElements.define('zm-enrol', Enrol);
