import en from '../messages/en.json';
import zh from '../messages/zh.json';

const MESSAGES = { en, zh };
const STORED = 'zhenma.locale';
export const localeChanges = new EventTarget();

function preferred() {
  const stored = localStorage.getItem(STORED);
  if (stored in MESSAGES) return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

let current = preferred();
document.documentElement.lang = languageTag();

export function locale() {
  return current;
}

/** The tag for `lang`, `Accept-Language` and Intl. */
export function languageTag() {
  return current === 'zh' ? 'zh-CN' : 'en';
}

export function setLocale(next) {
  current = next;
  localStorage.setItem(STORED, next);
  document.documentElement.lang = languageTag();
  localeChanges.dispatchEvent(new Event('change'));
}

/** The text of a key, with `{name}` replaced from `values`. A missing key shows itself. */
export function t(key, values = {}) {
  const text = MESSAGES[current][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function has(key) {
  return key in MESSAGES[current];
}
