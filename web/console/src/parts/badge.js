import { html } from 'lit';
import { t } from '../core/i18n.js';

const TONES = {
  CREATED: 'idle', ISSUED: 'info', ACTIVE: 'good', RECALLED: 'bad', VOID: 'idle',
  CURRENT: 'good', RETIRED: 'idle', REVOKED: 'bad',
  WAITING: 'idle', RUNNING: 'info', DONE: 'good', FAILED: 'bad', CANCELLED: 'idle',
  'genuine-first': 'good', 'genuine-repeat': 'info', suspect: 'bad', 'not-active': 'idle',
  expired: 'warn', recalled: 'bad', void: 'idle', unknown: 'warn',
  NEW: 'warn', IN_PROGRESS: 'info', CLOSED: 'idle',
  KEY_VALUE: 'good', GENERAL_KEEP: 'info', GENERAL_WINBACK: 'warn',
};

const DELIVERY_TONES = { QUEUED: 'info', RUNNING: 'info', READY: 'good', FAILED: 'bad', CANCELLED: 'idle', EXPIRED: 'idle' };

const badge = (group, value) => html`<span class="badge ${TONES[value] ?? 'idle'}" data-value=${value}>${t(`${group}.${value}`)}</span>`;

export const stateBadge = (state) => badge('state', state);
export const outcomeBadge = (outcome) => badge('outcome', outcome);
export const runBadge = (state) => badge('run', state);
export const importBadge = (state) => badge('imports.state', state);
export const segmentBadge = (segment) => badge('segment', segment);
export const deliveryBadge = (state) => html`<span class="badge ${DELIVERY_TONES[state]}" data-value=${state}>${t(`delivery.${state}`)}</span>`;
export const complaintBadge = (state) => badge('complaint', state);
export const keyBadge = (state) => badge('keyState', state);
