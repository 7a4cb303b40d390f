import { html } from 'lit';
import { t } from '../core/i18n.js';
import { dialog } from './dialog.js';

/** Shows a webhook's secret, the only time that anybody sees it. */
export function secretDialog(secret, onClose) {
  return dialog({
    title: t('notify.secret'), test: 'secret-dialog', onClose,
    body: html`<p>${t('notify.secretOnce')}</p>
      <p class="secret mono" data-test="secret">${secret}</p>
      <p class="soft small">${t('notify.secretUse')}</p>
      <div class="form-end"><button class="button primary" type="button" data-test="secret-kept" @click=${onClose}>${t('notify.secretKept')}</button></div>`,
  });
}
