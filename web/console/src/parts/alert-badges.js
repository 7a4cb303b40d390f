import { html } from 'lit';
import { t } from '../core/i18n.js';

const TONES = {
  INFO: 'info', WARNING: 'warn', CRITICAL: 'bad',
  OPEN: 'bad', ACKNOWLEDGED: 'info', RESOLVED: 'good',
  ACTIVE: 'good', PAUSED: 'idle', STOPPED: 'bad',
  PENDING: 'info', DELIVERED: 'good', DEAD: 'bad',
};

const badge = (group, value) => html`<span class="badge ${TONES[value]}" data-value=${value}>${t(`${group}.${value}`)}</span>`;

export const severityBadge = (severity) => badge('severity', severity);
export const alertBadge = (state) => badge('alertState', state);
export const subscriptionBadge = (state) => badge('subscriptionState', state);
export const noticeBadge = (state) => badge('noticeState', state);
