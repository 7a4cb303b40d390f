import { html, nothing } from 'lit';
import { get, remove } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import '../parts/password-form.js';
import '../parts/second-factor.js';

/** A person's own password, and where they are signed in. */
class Account extends ZmElement {
  #load = new Load(this, (options) => get('/account/sessions', options));

  render() {
    return html`${pageHead(t('account.title'), { lead: session.user.email })}
      <div class="columns wide-left">
        <section class="card flush" aria-labelledby="own-sessions"><div class="card-head"><h2 id="own-sessions">${t('account.sessions')}</h2></div>
          ${loaded(this.#load, ({ items }) => html`${this.#table(items)}
            ${items.length > 1 ? html`<div class="form-end pad"><button class="button" type="button" data-test="end-others" @click=${() => this.#end('')}>${t('account.endOthers')}</button></div>` : nothing}`)}
        </section>
        <div><section class="card" aria-labelledby="own-password"><h2 id="own-password">${t('account.password')}</h2>
          <p class="soft small">${t('account.passwordLead')}</p>
          <zm-password-form .email=${session.user.email} @changed=${this.#changed}></zm-password-form></section>
          <zm-second-factor @changed=${this.#load.reload}></zm-second-factor></div>
      </div>`;
  }

  #table(items) {
    return table({
      caption: t('account.sessions'), test: 'own-sessions', rows: items,
      columns: [
        { head: t('account.device'), wide: true, cell: (s) => html`<span class="stack"><span>${s.device || t('account.unknownDevice')}</span><span class="soft small mono">${s.network || NONE}</span></span>` },
        { head: t('account.opened'), cell: (s) => instant(s.createdAt) },
        { head: t('account.used'), cell: (s) => instant(s.lastUsedAt) },
        { head: t('users.change'), cell: (s) => (s.current ? html`<span class="badge good">${t('account.thisOne')}</span>`
          : html`<button class="button small" type="button" aria-label=${t('account.endOne', { device: s.device || t('account.unknownDevice') })} @click=${() => this.#end(`/${s.id}`)}>${t('account.end')}</button>`) },
      ],
    });
  }

  #end = async (which) => {
    try {
      await remove(`/account/sessions${which}`);
      toast(t('account.ended'));
    } catch (problem) {
      toastProblem(problem);
    }
    this.#load.reload();
  };

  #changed = () => {
    toast(t('account.changed'));
    this.#load.reload();
  };
}

customElements.define('zm-account', Account);
