import { languageTag } from './i18n.js';
import { session } from './session.js';

/** The time zone in which all times are told: the brand's, in which its days begin too; administrators see their own. */
export const zone = () => session.brand?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Its name, such as China Standard Time (Asia/Shanghai). */
export function zoneName() {
  const parts = new Intl.DateTimeFormat(languageTag(), { timeZone: zone(), timeZoneName: 'longGeneric' }).formatToParts(0);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value;
  return name && name !== zone() ? `${name} (${zone()})` : zone();
}
