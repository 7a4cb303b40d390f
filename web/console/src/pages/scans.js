import { html } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { refine } from '../core/router.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { scanTable } from '../parts/scan-table.js';
import { emptyState, loaded } from '../parts/state.js';

const OUTCOMES = ['genuine-first', 'genuine-repeat', 'suspect', 'not-active', 'expired', 'recalled', 'void', 'unknown'];
const VISITORS = ['person', 'automated', 'preview', 'search-engine', 'security-scanner', 'automation'];

class Scans extends ZmElement {
  static properties = { page: { attribute: false }, outcome: { attribute: false }, visitor: { attribute: false }, gtin: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/scans', { outcome: this.outcome, visitor: this.visitor, gtin: this.gtin, page: this.page }), options),
    () => [this.page, this.outcome, this.visitor, this.gtin]);

  render() {
    const filter = field({ name: 'outcome', label: t('scans.filter'), value: this.outcome,
      options: [['', t('scans.all')], ...OUTCOMES.map((o) => [o, t(`outcome.${o}`)])],
      onInput: (event) => refine({ outcome: event.target.value, page: '' }) });
    const visitors = field({ name: 'visitor', label: t('scans.visitor'), value: this.visitor,
      options: [['', t('scans.everybody')], ...VISITORS.map((v) => [v, t(`visitor.${v}`)])],
      onInput: (event) => refine({ visitor: event.target.value, page: '' }) });
    return html`${pageHead(t('scans.title'), { lead: t('scans.lead'), actions: html`${visitors}${filter}` })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t('scans.empty'))
        : html`<div class="card flush">${scanTable(list.items)}${pager(list)}</div>`))}`;
  }
}

customElements.define('zm-scans', Scans);
