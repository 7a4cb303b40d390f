import { languageTag } from './i18n.js';
import { zone } from './zone.js';

export const NONE = '–';
const missing = (value) => value === null || value === undefined || value === '';

export function number(value, options) {
  return missing(value) ? NONE : new Intl.NumberFormat(languageTag(), options).format(value);
}

export const decimal = (value) => number(value, { maximumFractionDigits: 1 });

export const percent = (share) => number(share, { style: 'percent', maximumFractionDigits: 1 });

/** `fen` is 1/100 CNY. */
export function money(fen) {
  return missing(fen)
    ? NONE
    : number(fen / 100, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' });
}

/** A day without a time zone, `2026-11-22`. */
export function day(iso) {
  if (missing(iso)) return NONE;
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeZone: 'UTC' })
    .format(Date.UTC(year, month - 1, date));
}

/** An instant in the time zone of the page, see zone.js. */
export function instant(iso) {
  return missing(iso)
    ? NONE
    : new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone() })
      .format(new Date(iso));
}

export const time = (iso) => new Intl.DateTimeFormat(languageTag(), { timeStyle: 'short', timeZone: zone() }).format(new Date(iso));

/** A length of time, of two units at most: 2 min, 5 sec. */
export function seconds(count) {
  const unit = (value, name) => number(value, { style: 'unit', unit: name, unitDisplay: 'short' });
  if (count < 60) return unit(count, 'second');
  if (count < 3600) return `${unit(Math.floor(count / 60), 'minute')} ${unit(count % 60, 'second')}`;
  return `${unit(Math.floor(count / 3600), 'hour')} ${unit(Math.floor((count % 3600) / 60), 'minute')}`;
}

/** A size of a file, in kB or MB. */
export const bytes = (count) => (count < 1e6
  ? number(Math.ceil(count / 1e3), { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' })
  : number(count / 1e6, { style: 'unit', unit: 'megabyte', unitDisplay: 'short', maximumFractionDigits: 1 }));

/** Today in that zone, as `<input type="date">` wants it. */
export const today = () => new Intl.DateTimeFormat('sv', { timeZone: zone() }).format(new Date());

/** A serial in groups of five, as people read it aloud. */
export const grouped = (serial) => (serial ?? '').replace(/(.{5})(?=.)/g, '$1 ');
