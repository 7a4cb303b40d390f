import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { subscriptionBadge } from '../parts/alert-badges.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { secretDialog } from '../parts/secret-dialog.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import './subscription-edit.js';

/** Who hears of alerts: e-mail addresses and webhooks. */
class Notifications extends ZmElement {
  static properties = { making: { state: true }, secret: { state: true } };

  #load = new Load(this, (options) => get('/alert-subscriptions', options));

  render() {
    return html`${pageHead(t('notify.title'), { lead: t('notify.lead') })}
      ${loaded(this.#load, (all) => html`
        ${this.#channel('MAIL', all, all.mailOn ? t('notify.mailLimit', { n: number(all.mailsPerHour) }) : nothing, !all.mailOn)}
        ${this.#channel('WEBHOOK', all, t('notify.webhookLead'), false)}`)}
      ${this.making ? html`<zm-subscription-edit .channel=${this.making} @done=${this.#made} @closed=${this.#closed}></zm-subscription-edit>` : nothing}
      ${this.secret ? secretDialog(this.secret, this.#closed) : nothing}`;
  }

  #channel(channel, all, lead, off) {
    const own = all.items.filter((s) => s.channel === channel);
    return html`<section class="card flush" aria-labelledby="channel-${channel}">
      <div class="card-head"><h2 id="channel-${channel}" class="card-title">${t(`notify.${channel}`)}</h2>
        <button class="button small" type="button" data-test="new-${channel}" @click=${() => { this.making = channel; }}>${icon('plus', 16)}${t(`notify.new${channel}`)}</button></div>
      ${off ? html`<p class="notice bad inset" data-test="mail-off">${t('notify.mailOff')}</p>` : html`<p class="soft small inset">${lead}</p>`}
      ${own.length ? this.#table(channel, own) : emptyState(t(`notify.no${channel}`))}</section>`;
  }

  #table(channel, rows) {
    return table({
      caption: t(`notify.${channel}`), test: `subscriptions-${channel}`, rows, rowTest: (s) => `subscription-${s.id}`,
      columns: [
        { head: t('notify.name'), wide: true, cell: (s) => html`<a class="stack" href=${link(['notifications', s.id])}><span>${s.name}</span><span class="soft small">${s.address}</span></a>` },
        { head: t('alerts.state'), cell: (s) => subscriptionBadge(s.state) },
        { head: t('notify.kinds'), wide: true, cell: (s) => s.kinds.map((k) => t(`alertKind.${k}`)).join(', ') },
        { head: t('notify.pending'), num: true, cell: (s) => number(s.pending) },
        { head: t('notify.dead'), num: true, cell: (s) => number(s.dead) },
      ],
    });
  }

  #made = ({ detail }) => {
    this.making = null;
    this.secret = detail.secret;
    this.#load.reload();
  };

  #closed = () => {
    this.making = null;
    this.secret = null;
  };
}

customElements.define('zm-notifications', Notifications);
