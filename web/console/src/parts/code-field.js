import { t } from '../core/i18n.js';
import { field } from './field.js';

/** A code of an app, as telephones offer it above their keys; a recovery code goes into the same field, and wants keys with `letters`. */
export const codeField = ({ hint, error, letters = false }) => field({
  name: 'code', label: t('secondFactor.code'), required: true, maxlength: 100, inputmode: letters ? 'text' : 'numeric', autocomplete: 'one-time-code', hint, error,
});
