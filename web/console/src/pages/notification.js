import { html, nothing } from 'lit';
import { get, post, remove } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { subscriptionBadge } from '../parts/alert-badges.js';
import { dialog } from '../parts/dialog.js';
import { facts } from '../parts/facts.js';
import { pageHead } from '../parts/page-head.js';
import { secretDialog } from '../parts/secret-dialog.js';
import { failure, loaded } from '../parts/state.js';
import './notice-log.js';
import './subscription-edit.js';

/** One e-mail address or webhook: what it gets, what was sent, and what to do when that fails. */
class Notification extends ZmElement {
  static properties = { subscriptionId: { attribute: false }, page: { attribute: false }, open: { state: true }, secret: { state: true }, answer: { state: true } };

  #load = new Load(this, (options) => get('/alert-subscriptions', options), () => this.subscriptionId);
  #submit = new Submit(this);

  render() {
    const s = this.#load.value?.items.find((one) => String(one.id) === this.subscriptionId);
    return html`${pageHead(s?.name ?? t('notify.title'), { lead: s?.address ?? '', back: { href: link(['notifications']), text: t('notify.title') }, actions: s ? this.#actions(s) : nothing })}
      ${loaded(this.#load, () => (s ? this.#content(s) : failure({ message: t('state.notFound') })))}
      ${this.open === 'edit' ? html`<zm-subscription-edit .channel=${s.channel} .subscription=${s} @done=${this.#changed} @closed=${this.#closed}></zm-subscription-edit>` : nothing}
      ${this.open === 'delete' ? this.#confirm(s) : nothing}
      ${this.secret ? secretDialog(this.secret, this.#closed) : nothing}`;
  }

  #actions(s) {
    const act = (test, text, action) => html`<button class="button" type="button" data-test=${test} ?disabled=${this.#submit.busy} @click=${action}>${text}</button>`;
    return html`${act('send-test', t('notify.test'), this.#test)}
      ${act('edit', t('notify.edit'), () => { this.open = 'edit'; })}
      ${s.channel === 'WEBHOOK' ? act('rotate-secret', t('notify.rotate'), this.#rotate) : nothing}
      ${act('delete', t('notify.delete'), () => { this.open = 'delete'; })}`;
  }

  #content(s) {
    return html`${s.state === 'STOPPED' ? html`<p class="notice bad" data-test="stopped">${t('notify.stopped', { since: instant(s.failingSince) })}</p>` : nothing}
      ${this.answer ? this.#answer(this.answer) : nothing}
      <section class="card">${facts([
        [t('alerts.state'), subscriptionBadge(s.state)],
        [t('notify.kinds'), s.kinds.map((k) => t(`alertKind.${k}`)).join(', ')],
        [t('notify.least'), t(`severity.${s.leastSeverity}`)],
        [t('notify.since'), instant(s.createdAt)],
        ...(s.failingSince ? [[t('notify.failingSince'), instant(s.failingSince)]] : []),
        [t('notify.pending'), number(s.pending)],
      ])}</section>
      <zm-notice-log .subscription=${s} .page=${this.page} @changed=${this.#load.reload}></zm-notice-log>`;
  }

  #answer({ failure: why, status, durationMs, answer }) {
    return html`<p class="notice ${why ? 'bad' : ''}" role="status" data-test="test-answer">${why
      ? t('notify.testFailed', { why: t(`failure.${why}`), status: status ?? '–' })
      : t('notify.testDelivered', { ms: number(durationMs), status: status ?? '–' })}${answer ? html` <code>${answer}</code>` : nothing}</p>`;
  }

  #confirm(s) {
    return dialog({
      title: t('notify.delete'), test: 'delete-dialog', onClose: this.#closed,
      body: html`<p>${t('notify.deleteMeans', { name: s.name })}</p><div class="form-end">
        <button class="button" type="button" @click=${this.#closed}>${t('action.cancel')}</button>
        <button class="button danger solid" type="button" data-test="confirm-delete" @click=${this.#delete}>${t('notify.delete')}</button></div>`,
    });
  }

  #test = async () => {
    this.answer = await this.#submit.run(() => post(`/alert-subscriptions/${this.subscriptionId}/test`));
    this.#load.reload();
  };

  #rotate = async () => {
    const made = await this.#submit.run(() => post(`/alert-subscriptions/${this.subscriptionId}/secret`));
    this.secret = made?.secret;
  };

  #delete = async () => {
    const done = await this.#submit.run(async () => (await remove(`/alert-subscriptions/${this.subscriptionId}`)) ?? true);
    if (!done) return;
    toast(t('notify.deleted'));
    go(['notifications']);
  };

  #closed = () => {
    this.open = null;
    this.secret = null;
  };

  #changed = () => {
    this.#closed();
    this.#load.reload();
  };
}

customElements.define('zm-notification', Notification);
