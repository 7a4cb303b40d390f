import { number } from '../core/format.js';
import { t } from '../core/i18n.js';

/** `5` or `5–9`. */
export const rangeText = ({ firstItem, lastItem }) => (firstItem === lastItem
  ? number(firstItem)
  : t('items.range', { first: number(firstItem), last: number(lastItem) }));
