import { html, nothing } from 'lit';
import { downloadLink, get, withQuery } from '../core/api.js';
import { AUDIT_ACTIONS, actionText, subjectText } from '../core/audit-text.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { refine } from '../core/router.js';
import { session } from '../core/session.js';
import { toastProblem } from '../core/toast.js';
import { field } from '../parts/field.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

const FILTERS = ['person', 'action', 'subject', 'from', 'until', 'refused'];

/** Who did what, and what was refused; by person, action, subject and time. */
class Audit extends ZmElement {
  static properties = { ...Object.fromEntries(FILTERS.map((name) => [name, { attribute: false }])), more: { state: true } };

  #people = new Load(this, (options) => get('/audit-entries/people', options));
  #load = new Load(this, (options) => {
    this.more = { items: [], next: undefined };
    return get(withQuery('/audit-entries', this.#filter()), options);
  }, () => this.#filter());

  constructor() {
    super();
    this.more = { items: [], next: undefined };
  }

  #filter() {
    return Object.fromEntries(FILTERS.map((name) => [name, this[name]]));
  }

  render() {
    return html`${pageHead(t('audit.title'), {
        lead: t(session.brand ? 'audit.lead' : 'audit.leadPlatform'),
        actions: html`<a class="button" data-test="export-audit" title=${t('audit.exportHint')} download
          href=${downloadLink('/audit-entries/rows.csv', this.#filter())}>${icon('download')}${t('audit.export')}</a>`,
      })}
      <div class="filters from-top">${this.#filters()}</div>
      ${loaded(this.#load, (slice) => this.#content(slice))}`;
  }

  #filters() {
    const sort = (a, b) => a[1].localeCompare(b[1]);
    const people = (this.#people.value ?? []).map((p) => [String(p.id), p.name]);
    const actions = AUDIT_ACTIONS.map((action) => [action, actionText(action)]).sort(sort);
    return [
      this.#input('person', { options: [['', t('audit.anybody')], ...people] }),
      this.#input('action', { options: [['', t('audit.anyAction')], ...actions] }),
      this.#input('refused', { label: t('audit.kind'), options: [['', t('audit.all')], ['false', t('audit.deeds')], ['true', t('audit.refusals')]] }),
      this.#input('subject', { hint: t('audit.subjectHint'), maxlength: 120 }),
      this.#input('from', { type: 'date' }),
      this.#input('until', { type: 'date' }),
    ];
  }

  #input(name, more) {
    return field({ name, label: t(`audit.${name}`), value: this[name], onInput: (event) => this.#refine(name, event.target.value.trim()), ...more });
  }

  /** A pause in typing asks, not each letter; what was chosen meanwhile goes with it. */
  #refine(name, value) {
    clearTimeout(this.typing);
    this.chosen = { ...this.chosen, [name]: value };
    this.typing = setTimeout(() => {
      refine(this.chosen);
      this.chosen = {};
    }, 300);
  }

  #content(slice) {
    const items = [...slice.items, ...this.more.items];
    const next = this.more.next === undefined ? slice.next : this.more.next;
    if (items.length === 0) return emptyState(t('audit.empty'));
    return html`<div class="card flush">${table({
        caption: t('audit.title'), test: 'audit', rows: items, rowTest: (e) => `audit-${e.action}`,
        columns: [
          { head: t('audit.action'), wide: true, cell: (e) => html`<span class="stack"><span>${actionText(e.action)}</span>${e.refused ? refusal(e) : nothing}</span>` },
          { head: t('audit.person'), cell: (e) => (e.userId ? this.#narrow('person', String(e.userId), e.person ?? `#${e.userId}`) : t('audit.nobody')) },
          { head: t('audit.subject'), cell: (e) => this.#narrow('subject', e.subject, subjectText(e.subject)) },
          { head: t('audit.at'), cell: (e) => instant(e.lastAt ?? e.at) },
          { head: t('audit.detail'), wide: true, cell: (e) => (e.network ? html`<span class="soft">${t('audit.network', { network: e.network })}</span>` : e.detail) },
        ],
      })}
      ${next ? html`<div class="pager"><button class="button" type="button" data-test="more" @click=${() => this.#older(next)}>${t('audit.more')}</button></div>` : nothing}</div>`;
  }

  #narrow(name, value, text) {
    return html`<button class="link" type="button" @click=${() => refine({ [name]: value })}>${text}</button>`;
  }

  async #older(next) {
    try {
      const slice = await get(withQuery('/audit-entries', { ...this.#filter(), before: next }));
      this.more = { items: [...this.more.items, ...slice.items], next: slice.next ?? null };
    } catch (problem) {
      toastProblem(problem);
    }
  }
}

const refusal = (entry) => html`<span><span class="badge warn">${entry.times > 1 ? t('audit.refusedTimes', { n: number(entry.times) }) : t('audit.refused')}</span></span>`;

customElements.define('zm-audit', Audit);
