import { html } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link, refine } from '../core/router.js';
import { complaintBadge, outcomeBadge } from '../parts/badge.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

const STATES = ['NEW', 'IN_PROGRESS', 'CLOSED'];

/** What consumers told the brand, newest first. */
class Complaints extends ZmElement {
  static properties = { page: { attribute: false }, state: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/complaints', { state: this.state, page: this.page }), options), () => [this.page, this.state]);

  render() {
    const filter = field({ name: 'state', label: t('complaints.filter'), value: this.state,
      options: [['', t('complaints.all')], ...STATES.map((state) => [state, t(`complaint.${state}`)])],
      onInput: (event) => refine({ state: event.target.value, page: '' }) });
    return html`${pageHead(t('complaints.title'), { lead: t('complaints.lead'), actions: filter })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('complaints.empty'))
        : html`<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #table(list) {
    return table({
      caption: t('complaints.title'), test: 'complaints', rows: list.items,
      columns: [
        { head: t('complaints.reference'), cell: (c) => html`<a class="mono" href=${link(['complaints', c.reference])}>${c.reference}</a>` },
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
