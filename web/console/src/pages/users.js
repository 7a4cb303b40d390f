import { html, nothing } from 'lit';
import { get, put, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { NONE } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import './user-new.js';

class Users extends ZmElement {
  static properties = { page: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/users', { page: this.page }), options), () => this.page);
  #brands = new Load(this, (options) => get('/brands?size=200', options));

  render() {
    return html`${pageHead(t('users.title'), { lead: t('users.lead') })}
      <div class="columns wide-left">
        <div class="card flush">${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('users.empty')) : html`${this.#table(list)}${pager(list)}`))}</div>
        <zm-user-new .brands=${this.#brands.value?.items ?? []} @created=${this.#load.reload}></zm-user-new>
      </div>`;
  }

  #table(list) {
    const brand = (id) => this.#brands.value?.items.find((b) => b.id === id)?.name ?? NONE;
    return table({
      caption: t('users.title'), test: 'users', rows: list.items,
      columns: [
        { head: t('users.name'), wide: true, cell: (u) => html`<span class="stack"><span>${u.name}</span><span class="soft small">${u.email}</span></span>` },
        { head: t('users.role'), cell: (u) => t(`role.${u.role}`) },
        { head: t('users.brand'), cell: (u) => (u.brandId ? brand(u.brandId) : NONE) },
        { head: t('users.state'), cell: (u) => html`<span class="badge ${u.active ? 'good' : 'idle'}">${t(u.active ? 'users.active' : 'users.inactive')}</span>` },
        { head: t('users.change'), cell: (u) => (u.id === session.user?.id ? nothing : html`<button class="button small" type="button" @click=${() => this.#switch(u)}
          aria-label=${t(u.active ? 'users.deactivateOne' : 'users.activateOne', { name: u.name })}>${t(u.active ? 'users.deactivate' : 'users.activate')}</button>`) },
      ],
    });
  }

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
