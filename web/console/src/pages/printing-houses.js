import { html, nothing } from 'lit';
import { get, post, withQuery } from '../core/api.js';
import { isAsked, toldAsked } from '../core/approval.js';
import { ZmElement } from '../core/element.js';
import { day } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { session } from '../core/session.js';
import { toast, toastProblem } from '../core/toast.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import './printing-house-new.js';

/** Who prints the brand's codes. */
class PrintingHouses extends ZmElement {
  static properties = { page: { attribute: false } };

  #load = new Load(this, (options) => get(withQuery('/printing-houses', { page: this.page }), options), () => this.page);

  render() {
    return html`${pageHead(t('houses.title'), { lead: t('houses.lead') })}
      <div class="columns wide-left">
        <div class="card flush">${loaded(this.#load, (list) => (list.total === 0 ? emptyState(t('houses.empty')) : html`${this.#table(list)}${pager(list)}`))}</div>
        <div><zm-printing-house-new @created=${this.#load.reload}></zm-printing-house-new>
          <section class="card"><p class="soft small">${t('houses.signer')}</p>
            <a class="button small" download href="/.well-known/zhenma/${session.brand?.slug}/delivery.pem" data-test="signer">${icon('download', 16)}delivery.pem</a></section></div>
      </div>`;
  }

  #table(list) {
    return table({
      caption: t('houses.title'), test: 'houses', rows: list.items,
      columns: [
        { head: t('houses.name'), wide: true, cell: (h) => html`<span class="stack"><span>${h.name}</span><span class="soft small">${h.subject}</span></span>` },
        { head: t('houses.certificate'), wide: true, cell: (h) => html`<span class="stack"><span>${t('houses.keyUntil', { key: h.key, until: day(h.validUntil) })}</span>
          <code class="soft small fingerprint" data-test="fingerprint">${h.fingerprint.replace(/(.{4})(?=.)/g, '$1 ')}</code></span>` },
        { head: t('houses.state'), cell: (h) => html`<span class="badge ${h.active ? 'good' : 'idle'}">${t(h.active ? 'houses.active' : 'houses.inactive')}</span>` },
        { head: t('houses.change'), cell: (h) => (h.active ? html`<button class="button small" type="button" data-test="deactivate-${h.id}" @click=${() => this.#deactivate(h)}
          aria-label=${t('houses.deactivateOne', { name: h.name })}>${t('houses.deactivate')}</button>` : nothing) },
      ],
    });
  }

  #deactivate = async (house) => {
    try {
      const answer = await post(`/printing-houses/${house.id}/deactivation`);
      if (isAsked(answer)) toldAsked();
      else toast(t('houses.deactivated', { name: house.name }));
      this.#load.reload();
    } catch (problem) {
      toastProblem(problem);
    }
  };
}

customElements.define('zm-printing-houses', PrintingHouses);
