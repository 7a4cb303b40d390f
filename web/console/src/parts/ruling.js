import { html } from 'lit';
import { t } from '../core/i18n.js';

export const RULINGS = ['COPY_CONFIRMED', 'CLEARED', 'VOIDED'];

/** What a ruling does, in a sentence. */
export const rulingMeans = (kind) => t(`ruling.means.${kind}`);

/** Asks for the reason of a ruling, which stays in its history. */
export const noteField = (error) => html`<div class="field ${error ? 'invalid' : ''}"><label for="note">${t('ruling.note')}</label>
  <textarea id="note" name="note" rows="3" required maxlength="500" data-test="note" autofocus
    aria-invalid=${error ? 'true' : 'false'} aria-describedby="note-hint"></textarea>
  ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
  <p class="hint" id="note-hint">${t('ruling.noteHint')}</p></div>`;
