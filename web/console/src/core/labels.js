import { has, languageTag, t } from './i18n.js';

/** The reader's word for a value of a fixed list; nothing for what isn't known. */
function label(list, value) {
  if (!value || value === 'UNKNOWN') return '';
  const key = `${list}.${value}`;
  return has(key) ? t(key) : value;
}

export const carrierText = (carrier) => label('carrier', carrier);
export const networkText = (network) => label('network', network);
export const tagText = (tag) => label('tag', tag);

/** The app that showed the page; in a plain browser, that browser. */
export const appText = (device) => (device?.hostApp && device.hostApp !== 'BROWSER' && device.hostApp !== 'UNKNOWN'
  ? label('app', device.hostApp)
  : device?.browser || label('app', device?.hostApp));

export function countryText(country) {
  return country ? new Intl.DisplayNames([languageTag()], { type: 'region' }).of(country) : '';
}
