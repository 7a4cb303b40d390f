import { html, nothing } from 'lit';
import { get, post, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { toast, toastProblem } from '../core/toast.js';
import { noticeBadge } from '../parts/alert-badges.js';
import { dialog } from '../parts/dialog.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

/** What was sent to a subscription, with its attempts; dead letters can be sent again. Event `changed`. */
class NoticeLog extends ZmElement {
  static properties = { subscription: { attribute: false }, page: { attribute: false }, shown: { state: true } };

  #load = new Load(this, (options) => get(withQuery(`/alert-subscriptions/${this.subscription.id}/notices`, { page: this.page }), options),
    () => [this.subscription, this.page]);

  render() {
    const { dead } = this.subscription;
    return html`<section class="card flush" aria-labelledby="log"><div class="card-head"><h2 id="log" class="card-title">${t('notify.log')}</h2>
        ${dead ? html`<button class="button small" type="button" data-test="replay-all" @click=${this.#replayAll}>${t('notify.replayAll', { n: number(dead) })}</button>` : nothing}</div>
      ${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('notify.noLog')) : html`${this.#table(list.items)}${pager(list)}`))}</section>
      ${this.shown ? this.#attempts(this.shown) : nothing}`;
  }

  #table(rows) {
    return table({
      caption: t('notify.log'), test: 'notices', rows, rowTest: (n) => `notice-${n.id}`,
      columns: [
        { head: t('notify.event'), cell: (n) => (n.alertId ? html`<a href=${link(['alerts', n.alertId])}>${t(`noticeEvent.${n.event}`)}</a>` : t(`noticeEvent.${n.event}`)) },
        { head: t('alerts.state'), cell: (n) => noticeBadge(n.state) },
        { head: t('notify.created'), cell: (n) => instant(n.createdAt) },
        { head: t('notify.attempts'), num: true, cell: (n) => html`<button class="link" type="button" data-test="attempts-${n.id}"
          aria-label=${t('notify.attemptsOf', { n: number(n.attempts) })} @click=${() => this.#show(n)}>${number(n.attempts)}</button>` },
        { head: t('notify.next'), cell: (n) => (n.dueAt ? instant(n.dueAt) : nothing) },
        { head: t('notify.act'), cell: (n) => (n.state === 'DEAD' ? html`<button class="button small" type="button" data-test="replay-${n.id}" @click=${() => this.#replay(n)}>${t('notify.replay')}</button>` : nothing) },
      ],
    });
  }

  #attempts({ attempts }) {
    return dialog({
      title: t('notify.attempts'), test: 'attempts-dialog', onClose: () => { this.shown = null; },
      body: attempts.length === 0 ? html`<p>${t('notify.noAttempts')}</p>` : table({
        caption: t('notify.attempts'), rows: attempts,
        columns: [
          { head: t('notify.at'), cell: (a) => instant(a.at) },
          { head: t('notify.result'), wide: true, cell: (a) => html`<span class="stack"><span>${a.failure ? t(`failure.${a.failure}`) : t('noticeState.DELIVERED')}${a.status ? ` (${a.status})` : ''}</span>
            ${a.answer ? html`<code class="soft small">${a.answer}</code>` : nothing}</span>` },
          { head: t('notify.took'), num: true, cell: (a) => number(a.durationMs, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' }) },
        ],
      }),
    });
  }

  #show = (notice) => this.#try(async () => { this.shown = await get(`/alert-notices/${notice.id}`); });

  #replay = (notice) => this.#try(async () => {
    await post(`/alert-notices/${notice.id}/replay`);
    this.#replayed(1);
  });

  #replayAll = () => this.#try(async () => {
    const { replayed } = await post(`/alert-subscriptions/${this.subscription.id}/replay`);
    this.#replayed(replayed);
  });

  #replayed(count) {
    toast(t('notify.replayed', { n: number(count) }));
    this.dispatchEvent(new Event('changed'));
  }

  async #try(action) {
    try {
      await action();
    } catch (problem) {
      toastProblem(problem);
    }
  }
}

customElements.define('zm-notice-log', NoticeLog);
