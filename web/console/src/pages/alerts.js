import { html } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ALERT_KINDS, subjectText } from '../core/alert-text.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link, refine } from '../core/router.js';
import { alertBadge, severityBadge } from '../parts/alert-badges.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

/** What the brand's people should look at, the last seen first. Without a filter, what is not resolved. */
class Alerts extends ZmElement {
  static properties = { page: { attribute: false }, state: { attribute: false }, kind: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/alerts', this.#query()), options), () => [this.page, this.state, this.kind]);

  #query() {
    const state = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'].includes(this.state) ? this.state : '';
    return { state, unresolved: this.state ? '' : true, kind: this.kind, page: this.page };
  }

  render() {
    return html`${pageHead(t('alerts.title'), { lead: t('alerts.lead'), actions: this.#filters() })}
      ${loaded(this.#load, (list) => (list.total === 0
        ? emptyState(t(this.state || this.kind ? 'alerts.noneFound' : 'alerts.none'))
        : html`<div class="card flush">${this.#table(list)}${pager(list)}</div>`))}`;
  }

  #filters() {
    const states = [['', t('alerts.unresolved')], ...['OPEN', 'ACKNOWLEDGED', 'RESOLVED'].map((s) => [s, t(`alertState.${s}`)]), ['ALL', t('alerts.all')]];
    return html`<div class="filters">
      ${field({ name: 'state', label: t('alerts.state'), value: this.state, options: states, onInput: (event) => refine({ state: event.target.value, page: '' }) })}
      ${field({ name: 'kind', label: t('alerts.kind'), value: this.kind,
        options: [['', t('alerts.allKinds')], ...ALERT_KINDS.map((k) => [k, t(`alertKind.${k}`)])], onInput: (event) => refine({ kind: event.target.value, page: '' }) })}</div>`;
  }

  #table(list) {
    return table({
      caption: t('alerts.title'), test: 'alerts', rows: list.items, rowTest: (a) => `alert-${a.id}`,
      columns: [
        { head: t('alerts.what'), wide: true, cell: (a) => html`<a class="stack" href=${link(['alerts', a.id])}><span>${t(`alertKind.${a.kind}`)}</span>
          <span class="soft small">${subjectText(a.subject)}</span></a>` },
        { head: t('alerts.severity'), cell: (a) => severityBadge(a.severity) },
        { head: t('alerts.state'), cell: (a) => alertBadge(a.state) },
        { head: t('alerts.occurrences'), num: true, cell: (a) => number(a.occurrences) },
        { head: t('alerts.firstSeen'), cell: (a) => instant(a.firstSeen) },
        { head: t('alerts.lastSeen'), cell: (a) => instant(a.lastSeen) },
      ],
    });
  }
}

customElements.define('zm-alerts', Alerts);
