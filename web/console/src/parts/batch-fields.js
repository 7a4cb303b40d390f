import { html } from 'lit';
import { today } from '../core/format.js';
import { t } from '../core/i18n.js';
import { field } from './field.js';

const PROFILES = ['COMPACT', 'SIGNED'];

const check = (name, text, checked) => html`<label class="choice"><input type="checkbox" name=${name} data-test=${name} ?checked=${checked}> ${text}</label>`;

/** What is said of a batch beside its product; `batch` may be empty. */
export function batchFields(batch, error) {
  return html`<div class="fields">
      ${field({ name: 'quantity', label: t('batches.quantity'), type: 'number', min: 1, step: 1, value: batch.quantity, required: true, error: error('quantity'), hint: t('batches.quantityHint') })}
      ${field({ name: 'lot', label: t('batches.lot'), value: batch.lot, required: true, maxlength: 20, error: error('lot'), hint: t('batches.lotHint') })}
    </div>
    ${field({ name: 'producedOn', label: t('batches.producedOn'), type: 'date', value: batch.producedOn ?? today(), required: true, error: error('producedOn') })}
    ${field({ name: 'profile', label: t('batches.profile'), value: batch.profile ?? 'COMPACT', error: error('profile'), hint: t('batches.profileHint'),
      options: PROFILES.map((p) => [p, t(`profile.${p}`)]) })}
    <fieldset class="choices"><legend>${t('batches.linkParts')}</legend>
      ${check('linkLot', t('batches.linkLot'), batch.linkParts?.lot)}
      ${check('linkExpiry', t('batches.linkExpiry'), batch.linkParts?.expiry)}
      ${error('linkParts.expiry') ? html`<p class="error" role="alert">${error('linkParts.expiry')}</p>` : ''}
      <p class="hint">${t('batches.linkPartsHint')}</p></fieldset>`;
}

/** The body of a request from a form's values. */
export const detailsOf = ({ quantity, lot, producedOn, profile, linkLot, linkExpiry }) => ({
  quantity: Number(quantity), lot, producedOn, profile, linkParts: { lot: linkLot === 'on', expiry: linkExpiry === 'on' },
});
