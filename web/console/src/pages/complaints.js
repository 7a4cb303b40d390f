import { html, nothing } from 'lit';
import { get, post, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link, refine } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { complaintBadge, outcomeBadge } from '../parts/badge.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

const STATES = ['NEW', 'IN_PROGRESS', 'CLOSED'];

/** What consumers told the brand, newest first; several can be closed or erased at once. */
class Complaints extends ZmElement {
  static properties = { page: { attribute: false }, state: { attribute: false }, chosen: { state: true } };

  #submit = new Submit(this);

  #load = new Load(this, (options) => {
    this.chosen = new Set();
    return get(withQuery('/complaints', { state: this.state, page: this.page }), options);
  }, () => [this.page, this.state]);

  constructor() {
    super();
    this.chosen = new Set();
  }

  render() {
    const filter = field({ name: 'state', label: t('complaints.filter'), value: this.state,
      options: [['', t('complaints.all')], ...STATES.map((state) => [state, t(`complaint.${state}`)])],
      onInput: (event) => refine({ state: event.target.value, page: '' }) });
    return html`${pageHead(t('complaints.title'), { lead: t('complaints.lead'), actions: filter })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('complaints.empty'))
        : html`${this.#bar()}<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #bar() {
    if (this.chosen.size === 0) return nothing;
    return html`<div class="card chosen-bar" role="region" aria-label=${t('complaints.chosenLabel')} data-test="chosen">
      <span>${t('complaints.chosen', { count: number(this.chosen.size) })}</span>
      <button class="button" type="button" data-test="close-many" ?disabled=${this.#submit.busy} @click=${() => this.#many('closures', 'complaints.manyClosed')}>${t('complaints.closeMany')}</button>
      <button class="button danger" type="button" data-test="erase-many" ?disabled=${this.#submit.busy} @click=${this.#erase}>${t('complaints.eraseMany')}</button></div>`;
  }

  #erase = () => {
    if (confirm(t('complaints.eraseManySure', { count: number(this.chosen.size) }))) this.#many('erasures', 'complaints.manyErased');
  };

  async #many(action, said) {
    const done = await this.#submit.run(async () => {
      await post(`/complaints/${action}`, { references: [...this.chosen] });
      return true;
    });
    if (!done) return;
    toast(t(said));
    this.#load.reload();
  }

  #choose(references, on) {
    const chosen = new Set(this.chosen);
    for (const reference of references) {
      if (on) chosen.add(reference);
      else chosen.delete(reference);
    }
    this.chosen = chosen;
  }

  #box(references, label, test) {
    return html`<input type="checkbox" data-test=${test} aria-label=${label} .checked=${references.every((r) => this.chosen.has(r))}
      @change=${(event) => this.#choose(references, event.target.checked)}>`;
  }

  #table(list) {
    return table({
      caption: t('complaints.title'), test: 'complaints', rows: list.items,
      columns: [
        {
          head: html`<span class="pick">${this.#box(list.items.map((c) => c.reference), t('complaints.chooseAll'), 'pick-all')} ${t('complaints.reference')}</span>`,
          cell: (c) => html`<span class="pick">${this.#box([c.reference], t('complaints.choose', { reference: c.reference }), `pick-${c.reference}`)}
            <a class="mono" href=${link(['complaints', c.reference])}>${c.reference}</a></span>`,
        },
        { head: t('complaints.state'), cell: (c) => complaintBadge(c.state) },
        { head: t('complaints.at'), cell: (c) => instant(c.createdAt) },
        { head: t('complaints.verdict'), cell: (c) => outcomeBadge(c.outcome) },
        { head: t('complaints.boughtAt'), wide: true, cell: (c) => c.boughtAt || NONE },
        { head: t('complaints.photo'), cell: (c) => (c.photo ? t('complaints.yes') : NONE) },
        { head: t('complaints.contact'), cell: (c) => (c.hasContact ? t('complaints.yes') : NONE) },
      ],
    });
  }
}

customElements.define('zm-complaints', Complaints);
