import { html, nothing } from 'lit';
import { post, put } from '../core/api.js';
import { ALERT_KINDS, SEVERITIES } from '../core/alert-text.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { dialog } from '../parts/dialog.js';
import { field } from '../parts/field.js';

/** A new subscription of a channel, or a change of one. Events `done` (with what the server answered) and `closed`. */
class SubscriptionEdit extends ZmElement {
  static properties = { channel: { attribute: false }, subscription: { attribute: false } };

  #submit = new Submit(this);

  render() {
    const s = this.subscription;
    const error = (name) => this.#submit.error(name);
    const mail = this.channel === 'MAIL';
    return dialog({
      title: t(s ? 'notify.change' : `notify.new${this.channel}`), test: 'subscription-dialog', onClose: this.#close,
      body: html`<form novalidate @submit=${this.#send}>
        ${field({ name: 'name', label: t('notify.name'), value: s?.name, required: true, maxlength: 80, error: error('name') })}
        ${field({ name: 'address', label: t(mail ? 'notify.mailAddress' : 'notify.url'), value: s?.address, required: true, maxlength: 500,
          inputmode: mail ? 'email' : 'url', hint: t(mail ? 'notify.mailHint' : 'notify.urlHint'), error: error('address') })}
        ${mail ? field({ name: 'language', label: t('notify.language'), value: s?.language ?? document.documentElement.lang.slice(0, 2),
          options: [['zh', '中文'], ['en', 'English']], error: error('language') }) : nothing}
        ${field({ name: 'leastSeverity', label: t('notify.least'), value: s?.leastSeverity ?? 'WARNING', options: SEVERITIES.map((v) => [v, t(`severity.${v}`)]) })}
        <fieldset class="choices"><legend>${t('notify.kinds')}</legend>
          ${ALERT_KINDS.map((kind) => html`<label class="choice"><input type="checkbox" name="kinds" value=${kind} data-test="kind-${kind}"
            ?checked=${s ? s.kinds.includes(kind) : true}>${t(`alertKind.${kind}`)}</label>`)}
          ${error('kinds') ? html`<p class="note bad" role="alert">${error('kinds')}</p>` : nothing}</fieldset>
        ${s ? html`<label class="choice"><input type="checkbox" name="active" data-test="active" ?checked=${s.state === 'ACTIVE'}>${t('notify.active')}</label>` : nothing}
        <div class="form-end"><button class="button" type="button" @click=${this.#close}>${t('action.cancel')}</button>
          <button class="button primary" data-test="save-subscription" ?disabled=${this.#submit.busy}>${t('action.save')}</button></div>
      </form>`,
    });
  }

  #send = async (event) => {
    const kinds = new FormData(event.target).getAll('kinds');
    const done = await this.#submit.send(event, (values) => this.#save({
      channel: this.channel, name: values.name, address: values.address, language: values.language ?? null,
      kinds, leastSeverity: values.leastSeverity, active: this.subscription ? values.active === 'on' : true,
    }));
    if (!done) return;
    toast(t('notify.saved'));
    this.dispatchEvent(new CustomEvent('done', { detail: done }));
  };

  #save(wanted) {
    return this.subscription ? put(`/alert-subscriptions/${this.subscription.id}`, wanted) : post('/alert-subscriptions', wanted);
  }

  #close = () => this.dispatchEvent(new Event('closed'));
}

customElements.define('zm-subscription-edit', SubscriptionEdit);
