import { html } from 'lit';
import { t } from '../core/i18n.js';
import { reportLine, reportProgress } from './report-bar.js';
import { emptyState, failure } from './state.js';
import { runBadge } from './badge.js';

/** A report in whichever condition it is; `content` draws a finished one. */
export function reportBody(report, content) {
  return html`${reportProgress(report)}${condition(report, content)}`;
}

function condition(report, content) {
  if (report.problem) return failure(report.problem, report.reload);
  if (report.runs === null) return html`<div class="skeleton tall" role="status"><span class="visually-hidden">${t('state.loading')}</span><div></div><div></div></div>`;
  if (!report.shown) return emptyState(t('report.none'));
  if (report.shown.run.state !== 'DONE') return emptyState(html`${runBadge(report.shown.run.state)} ${t('report.notDone')}`);
  return html`${reportLine(report.shown.run)}${content(report.shown)}`;
}
