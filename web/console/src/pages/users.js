import { html, nothing } from 'lit';
import { get, post, put, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE, instant } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import '../parts/copy-link.js';
import { dialog } from '../parts/dialog.js';
import './user-new.js';

/** Who may be helped on the server alone: a session that somebody took must not lead to their account. */
const isProtected = (user) => user.role === 'PLATFORM_ADMIN' && user.secondFactor;

class Users extends ZmElement {
  static properties = { page: { attribute: false }, link: { state: true }, lost: { state: true } };

  #load = new Load(this, (options) => get(withQuery('/users', { page: this.page }), options), () => this.page);
  #brands = new Load(this, (options) => get('/brands?size=200', options));

  render() {
    return html`${pageHead(t('users.title'), { lead: t('users.lead') })}
      <div class="columns wide-left">
        <div class="card flush">${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('users.empty')) : html`${this.#table(list)}${pager(list)}`))}</div>
        <zm-user-new .brands=${this.#brands.value?.items ?? []} @created=${this.#load.reload}></zm-user-new>
      </div>
      ${this.link ? this.#linkDialog() : nothing}${this.lost ? this.#lostDialog() : nothing}`;
  }

  /** The only time that anybody sees the link. */
  #linkDialog() {
    const close = () => { this.link = null; };
    return dialog({
      title: t('users.resetLink'), test: 'reset-dialog', onClose: close,
      body: html`<p>${t('users.resetLinkLead', { name: this.link.name, until: instant(this.link.expiresAt) })}</p>
        <zm-copy-link .href=${new URL(this.link.path, location.href).href} data-test="reset-link"></zm-copy-link>
        <div class="form-end"><button class="button primary" type="button" data-test="reset-done" @click=${close}>${t('action.close')}</button></div>`,
    });
  }

  #lostDialog() {
    const close = () => { this.lost = null; };
    return dialog({
      title: t('secondFactor.resetOne', { name: this.lost.name }), test: 'factor-dialog', onClose: close,
      body: html`<p>${t('secondFactor.resetLead')}</p>
        <div class="form-end"><button class="button" type="button" @click=${close}>${t('action.cancel')}</button>
          <button class="button primary" type="button" data-test="factor-reset" @click=${this.#takeOff}>${t('secondFactor.switchOff')}</button></div>`,
    });
  }

  #takeOff = async () => {
    const { id, name } = this.lost;
    this.lost = null;
    try {
      await post(`/users/${id}/second-factor-reset`);
      toast(t('secondFactor.resetDone', { name }));
      this.#load.reload();
    } catch (problem) {
      toastProblem(problem);
    }
  };

  #table(list) {
    const brand = (id) => this.#brands.value?.items.find((b) => b.id === id)?.name ?? NONE;
    return table({
      caption: t('users.title'), test: 'users', rows: list.items,
      columns: [
        { head: t('users.name'), wide: true, cell: (u) => html`<span class="stack"><span>${u.name}</span><span class="soft small">${u.email}</span></span>` },
        { head: t('users.role'), cell: (u) => t(`role.${u.role}`) },
        { head: t('users.brand'), cell: (u) => (u.brandId ? brand(u.brandId) : NONE) },
        { head: t('users.state'), cell: (u) => html`<span class="stack"><span><span class="badge ${u.active ? 'good' : 'idle'}">${t(u.active ? 'users.active' : 'users.inactive')}</span></span>
          ${u.secondFactor ? html`<span class="soft small">${t('secondFactor.title')}</span>` : nothing}</span>` },
        { head: t('users.change'), cell: (u) => (u.id === session.user?.id ? nothing : html`<span class="actions">${isProtected(u) ? nothing : html`<button class="button small" type="button" data-test="reset-${u.id}"
          aria-label=${t('users.resetOne', { name: u.name })} @click=${() => this.#reset(u)}>${t('users.reset')}</button>`}
          <button class="button small" type="button" data-test="unlock-${u.id}" aria-label=${t('users.unlockOne', { name: u.name })} @click=${() => this.#unlock(u)}>${t('users.unlock')}</button>
          ${u.secondFactor && !isProtected(u) ? html`<button class="button small" type="button" data-test="factor-reset-${u.id}" aria-label=${t('secondFactor.resetOne', { name: u.name })} @click=${() => { this.lost = u; }}>${t('secondFactor.reset')}</button>` : nothing}
          <button class="button small" type="button" @click=${() => this.#switch(u)}
          aria-label=${t(u.active ? 'users.deactivateOne' : 'users.activateOne', { name: u.name })}>${t(u.active ? 'users.deactivate' : 'users.activate')}</button></span>`) },
      ],
    });
  }

  #reset = async (user) => {
    try {
      this.link = { ...await post(`/users/${user.id}/password-reset`), name: user.name };
    } catch (problem) {
      toastProblem(problem);
    }
  };

  #unlock = async (user) => {
    try {
      await post(`/users/${user.id}/unlock`);
      toast(t('users.unlocked', { name: user.name }));
    } catch (problem) {
      toastProblem(problem);
    }
  };

  #switch = async (user) => {
    try {
      await put(`/users/${user.id}/active`, { active: !user.active });
      toast(t(user.active ? 'users.deactivated' : 'users.activated', { name: user.name }));
      this.#load.reload();
    } catch (problem) {
      toastProblem(problem);
    }
  };
}

customElements.define('zm-users', Users);
