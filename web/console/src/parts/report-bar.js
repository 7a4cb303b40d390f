import { html, nothing } from 'lit';
import { downloadLink } from '../core/api.js';
import { day, instant, number, time } from '../core/format.js';
import { t } from '../core/i18n.js';
import { toastProblem } from '../core/toast.js';
import { field } from './field.js';
import { icon } from './icons.js';

/** What every report has at its top: which snapshot, run now, CSV. `choose(id)` opens a snapshot. */
export function reportActions(report, choose) {
  const done = (report.runs ?? []).filter((run) => run.state === 'DONE' || run.id === report.shown?.run.id);
  const shown = report.shown?.run;
  return html`
    ${done.length ? field({ name: 'snapshot', label: t('report.snapshot'), value: String(shown?.id),
      options: done.map((run) => [String(run.id), runText(run)]), onInput: (event) => choose(event.target.value) }) : nothing}
    ${shown?.state === 'DONE' ? html`<a class="button" download data-test="report-csv" href=${downloadLink(`/reports/${shown.id}/rows.csv`)}>${icon('download', 16)}CSV</a>` : nothing}
    <button class="button primary" type="button" data-test="run-report" ?disabled=${Boolean(report.running)}
      @click=${() => report.start().catch(toastProblem)}>${icon('play', 16)}${t('report.run')}</button>`;
}

const runText = (run) => `${day(run.asOf)} · ${time(run.startedAt)} · ${t(`trigger.${run.trigger}`)}`;

export function reportProgress(report) {
  if (!report.running) return nothing;
  const progress = report.running.progress ?? 0;
  return html`<div class="card running" data-test="report-progress"><label for="progress">${t('report.running', { progress: number(progress) })}</label>
    <progress id="progress" max="100" value=${progress}></progress>
    <button class="button" type="button" data-test="cancel-report" @click=${() => report.cancel().catch(toastProblem)}>${t('action.cancel')}</button></div>`;
}

export function reportLine(run) {
  return html`<p class="soft small report-line" data-test="report-line">${t('report.line', { asOf: day(run.asOf), at: instant(run.finishedAt ?? run.startedAt), rows: number(run.rows) })}${run.since ? html` <span data-test="report-since">${t('report.since', { day: day(run.since) })}</span>` : nothing}</p>`;
}
