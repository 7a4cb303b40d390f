import en from '../messages/en.json';
import { has, t } from './i18n.js';
import { NONE } from './format.js';

const PREFIX = 'auditAction.';

/** The actions that have words, for a filter. */
export const AUDIT_ACTIONS = Object.keys(en).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));

/** `batch-created` → "Issued a batch"; what has no words shows its name. */
export const actionText = (action) => (has(PREFIX + action) ? t(PREFIX + action) : action);

/** `batch:17` → "Batch 17"; endpoints stay as they are. */
export function subjectText(subject) {
  const colon = subject.indexOf(':');
  const kind = colon < 0 ? subject : subject.slice(0, colon);
  const key = `auditSubject.${kind}`;
  return has(key) ? t(key, { first: subject.slice(colon + 1) }) : subject || NONE;
}
