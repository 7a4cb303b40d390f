import { instant, number } from './format.js';
import { has, t } from './i18n.js';
import { countryText } from './labels.js';

export const ALERT_KINDS = ['COPIED_CODE', 'GUESSING', 'UNUSUAL_VOLUME', 'DELIVERY_STOPPED', 'KEY_REVOKED', 'HOUSE_DEACTIVATED', 'MASS_DOWNLOAD', 'APPROVAL_REQUESTED'];
export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'];

/** `item:3:17` → "Item 17 of batch 3". */
export function subjectText(subject) {
  const [kind, first, second] = subject.split(':');
  return t(`alertSubject.${kind}`, { first, second });
}

/** Where in the console a subject is shown, as steps of a route, or null. */
export function subjectRoute(subject) {
  const [kind, first] = subject.split(':');
  if (kind === 'batch' || kind === 'item') return ['batches', first];
  if (kind === 'product') return ['products', first];
  if (kind === 'subscription') return ['notifications', first];
  if (kind === 'key') return ['keys'];
  if (kind === 'printing-house') return ['printing-houses'];
  if (kind === 'user') return ['audit'];
  if (kind === 'approval') return ['approvals'];
  return null;
}

const INSTANTS = ['hour', 'since'];
const PLAIN = ['batch', 'item', 'gtin'];
const WORDS = { reasons: 'reason', networks: 'networkClass' };

/** `[name, value]` of each fact, in the reader's words; `provinces` as the API lists them. */
export function factPairs(facts, provinces = []) {
  return Object.entries(facts)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => [t(`fact.${key}`), factValue(key, value, provinces)]);
}

function factValue(key, value, provinces) {
  if (INSTANTS.includes(key)) return instant(value);
  if (Array.isArray(value)) return value.map((code) => wordOf(key, code, provinces)).join(', ');
  return PLAIN.includes(key) ? String(value) : number(value);
}

function wordOf(key, code, provinces) {
  if (key === 'provinces') return provinces.find((p) => p.code === code)?.name ?? code;
  if (key === 'countries') return countryText(code);
  const text = `${WORDS[key] ?? key}.${code}`;
  return has(text) ? t(text) : code;
}
