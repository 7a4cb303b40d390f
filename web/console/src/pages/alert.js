import { html, nothing } from 'lit';
import { get, post } from '../core/api.js';
import { factPairs, subjectRoute, subjectText } from '../core/alert-text.js';
import { ZmElement } from '../core/element.js';
import { instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { openAlerts } from '../core/open-alerts.js';
import { link } from '../core/router.js';
import { session } from '../core/session.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { alertBadge, severityBadge } from '../parts/alert-badges.js';
import { facts } from '../parts/facts.js';
import { field } from '../parts/field.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';
import { provinceNames } from '../parts/territory.js';

/** One alert: what is known, who looks after it, and what to do. */
class Alert extends ZmElement {
  static properties = { alertId: { attribute: false } };

  #load = new Load(this, (options) => get(`/alerts/${encodeURIComponent(this.alertId)}`, options), () => this.alertId);
  #provinces = provinceNames(this);
  #submit = new Submit(this);

  render() {
    const alert = this.#load.value;
    return html`${pageHead(alert ? t(`alertKind.${alert.kind}`) : t('alerts.one'), {
        lead: alert ? subjectText(alert.subject) : '', names: alert ? subjectText(alert.subject) : '', back: { href: link(['alerts']), text: t('alerts.title') } })}
      ${loaded(this.#load, (loadedAlert) => this.#content(loadedAlert))}`;
  }

  #content(alert) {
    const route = subjectRoute(alert.subject);
    const shown = route && (session.canEdit || route[0] !== 'notifications');
    return html`<div class="columns">
      <section class="card" aria-labelledby="alert-facts"><h2 id="alert-facts">${t('alerts.facts')}</h2>${facts(factPairs(alert.facts, this.#provinces.value ?? []))}
        ${shown ? html`<p class="gap"><a class="button" href=${link(route)} data-test="subject">${t(`alertGo.${route[0]}`)}</a></p>` : nothing}</section>
      <section class="card" aria-labelledby="alert-care"><h2 id="alert-care">${t('alerts.care')}</h2>${facts(this.#care(alert))}
        ${session.canEdit && alert.state !== 'RESOLVED' ? this.#form(alert) : nothing}</section>
    </div>
    <section class="card" aria-labelledby="alert-advice"><h2 id="alert-advice">${t('alerts.advice')}</h2><p>${t(`alertAdvice.${alert.kind}`)}</p></section>`;
  }

  #care(alert) {
    return [
      [t('alerts.state'), html`<span data-test="alert-state">${alertBadge(alert.state)}</span>`],
      [t('alerts.severity'), severityBadge(alert.severity)],
      [t('alerts.occurrences'), number(alert.occurrences)],
      [t('alerts.firstSeen'), instant(alert.firstSeen)],
      [t('alerts.lastSeen'), instant(alert.lastSeen)],
      ...(alert.acknowledgedAt ? [[t('alertState.ACKNOWLEDGED'), t('alerts.byAt', { by: alert.acknowledgedBy ?? '–', at: instant(alert.acknowledgedAt) })]] : []),
      ...(alert.resolvedAt ? [[t('alertState.RESOLVED'), t('alerts.byAt', { by: alert.resolvedBy ?? '–', at: instant(alert.resolvedAt) })]] : []),
      ...(alert.note ? [[t('alerts.note'), alert.note]] : []),
    ];
  }

  #form(alert) {
    return html`<form class="gap" novalidate @submit=${this.#send}>
      ${field({ name: 'note', label: t('alerts.note'), maxlength: 500, hint: t('alerts.noteHint'), error: this.#submit.error('note') })}
      <div class="form-end">
        ${alert.state === 'OPEN' ? html`<button class="button" name="move" value="acknowledgement" data-test="acknowledge" ?disabled=${this.#submit.busy}>${t('alerts.acknowledge')}</button>` : nothing}
        <button class="button primary" name="move" value="resolution" data-test="resolve" ?disabled=${this.#submit.busy}>${t('alerts.resolve')}</button></div>
    </form>`;
  }

  #send = async (event) => {
    const move = event.submitter.value;
    const done = await this.#submit.send(event, ({ note }) => post(`/alerts/${this.alertId}/${move}`, { note }));
    if (!done) return;
    toast(t(move === 'resolution' ? 'alerts.resolved' : 'alerts.acknowledged'));
    this.#load.reload();
    openAlerts.refresh();
  };
}

customElements.define('zm-alert', Alert);
