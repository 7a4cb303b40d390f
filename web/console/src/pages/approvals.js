import { html, nothing } from 'lit';
import { get, post, withQuery } from '../core/api.js';
import { pendingApprovals } from '../core/approval.js';
import { ZmElement } from '../core/element.js';
import { instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { pageHead } from '../parts/page-head.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

const TONES = { PENDING: 'warn', DONE: 'good', REJECTED: 'idle', LAPSED: 'idle', FAILED: 'bad' };

/** What waits for a second person, and what became of what was asked for. */
class Approvals extends ZmElement {
  static properties = { more: { state: true } };

  #load = new Load(this, (options) => {
    this.more = { items: [], next: undefined };
    return get('/approvals', options);
  });

  constructor() {
    super();
    this.more = { items: [], next: undefined };
  }

  render() {
    return html`${pageHead(t('approvals.title'), { lead: t('approvals.lead') })}
      ${loaded(this.#load, (slice) => this.#content(slice))}`;
  }

  #content(slice) {
    const items = [...slice.items, ...this.more.items];
    const next = this.more.next === undefined ? slice.next : this.more.next;
    if (items.length === 0) return emptyState(t('approvals.empty'));
    return html`<div class="card flush">${table({
        caption: t('approvals.title'), test: 'approvals', rows: items, rowTest: (a) => `approval-${a.id}`,
        columns: [
          { head: t('approvals.what'), wide: true, cell: (a) => html`<span class="stack"><span>${t(`approvalKind.${a.kind}`, { subject: a.subject.split(':')[1] ?? '' })}</span>
            <span class="soft small">${a.summary}</span>
            ${a.kind === 'HOUSE_REGISTRATION' ? html`<code class="soft small fingerprint">${a.subject.split(':')[1].replace(/(.{4})(?=.)/g, '$1 ')}</code>` : nothing}</span>` },
          { head: t('approvals.who'), cell: (a) => html`<span class="stack"><span>${a.requestedBy}</span><span class="soft small">${instant(a.requestedAt)}</span></span>` },
          { head: t('approvals.state'), cell: (a) => html`<span class="stack"><span><span class="badge ${TONES[a.state]}">${t(`approvalState.${a.state}`)}</span></span>
            <span class="soft small">${until(a)}</span></span>` },
          { head: t('approvals.decide'), cell: (a) => (a.state === 'PENDING' ? this.#buttons(a) : nothing) },
        ],
      })}
      ${next ? html`<div class="pager"><button class="button" type="button" data-test="more" @click=${() => this.#older(next)}>${t('audit.more')}</button></div>` : nothing}</div>`;
  }

  #buttons(a) {
    const own = a.requestedById === session.user?.id;
    return html`<span class="stack">
      ${own ? html`<span class="soft small">${t('approvals.own')}</span>` : nothing}
      ${!own && session.canEdit ? html`<button class="button small primary" type="button" data-test="confirm-${a.id}" @click=${() => this.#decide(a, 'confirmation', 'approvals.confirmed')}>${t('approvals.confirm')}</button>` : nothing}
      <button class="button small" type="button" data-test="reject-${a.id}" @click=${() => this.#decide(a, 'rejection', 'approvals.rejected')}>${t(own ? 'approvals.withdraw' : 'approvals.reject')}</button></span>`;
  }

  async #decide(a, how, said) {
    try {
      await post(`/approvals/${a.id}/${how}`, how === 'rejection' ? {} : undefined);
      toast(t(said));
    } catch (problem) {
      toastProblem(problem);
    }
    this.#load.reload();
    pendingApprovals.refresh();
  }

  async #older(next) {
    try {
      const slice = await get(withQuery('/approvals', { before: next }));
      this.more = { items: [...this.more.items, ...slice.items], next: slice.next ?? null };
    } catch (problem) {
      toastProblem(problem);
    }
  }
}

/** When it takes effect or lapses, or who decided when. */
function until(a) {
  if (a.state !== 'PENDING') return [a.decidedBy, a.decidedAt ? instant(a.decidedAt) : '', a.note].filter(Boolean).join(', ');
  return a.dueAt ? t('approvals.due', { at: instant(a.dueAt) }) : t('approvals.until', { at: instant(a.expiresAt) });
}

customElements.define('zm-approvals', Approvals);
