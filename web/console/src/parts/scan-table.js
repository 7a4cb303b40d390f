import { html } from 'lit';
import { NONE, grouped, instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { appText, carrierText, countryText, networkText } from '../core/labels.js';
import { link } from '../core/router.js';
import { session } from '../core/session.js';
import { outcomeBadge } from './badge.js';
import { table } from './table.js';

export const placeText = (place) => [place?.province, place?.city].filter(Boolean).filter((v, i, all) => all.indexOf(v) === i).join(' ')
  || countryText(place?.country) || NONE;

export const deviceText = (device) => [device?.brand, device?.model].filter(Boolean).join(' ') || NONE;

const serialText = ({ gtin, serial }) => (session.canEdit
  ? html`<a class="mono small" href=${link(['items'], { code: `${gtin}/${serial}` })}>${grouped(serial)}</a>`
  : html`<span class="mono small soft">${grouped(serial)}</span>`);

/** Scans, newest first; used wherever scans are listed. */
export function scanTable(scans, caption = t('scans.title')) {
  return table({
    caption, test: 'scans', rows: scans,
    columns: [
      { head: t('scans.at'), cell: (s) => html`<time datetime=${s.at}>${instant(s.at)}</time>` },
      { head: t('scans.outcome'), cell: (s) => html`<span class="stack">${outcomeBadge(s.outcome)}
        ${s.visitor && s.visitor !== 'person' ? html`<span class="soft small" data-test="visitor">${t(`visitor.${s.visitor}`)}</span>` : ''}</span>` },
      { head: t('scans.item'), wide: true, cell: (s) => html`<span class="stack"><span>${s.productName ?? NONE}</span>
        ${s.serial ? serialText(s) : ''}</span>` },
      { head: t('scans.place'), cell: (s) => html`<span class="stack"><span>${placeText(s.place)}</span>
        <span class="soft small">${carrierText(s.place?.carrier)}</span></span>` },
      { head: t('scans.device'), cell: (s) => html`<span class="stack"><span>${deviceText(s.device)}</span>
        <span class="soft small">${s.device?.os ?? ''}</span></span>` },
      { head: t('scans.app'), cell: (s) => html`<span class="stack"><span>${appText(s.device) || NONE}</span>
        <span class="soft small">${networkText(s.device?.networkType)}</span></span>` },
    ],
  });
}
