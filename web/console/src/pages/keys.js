import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { day, instant, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { Load } from '../core/load.js';
import { keyBadge } from '../parts/badge.js';
import { icon } from '../parts/icons.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';
import { table } from '../parts/table.js';
import '../parts/copy-link.js';
import './key-revoke.js';
import './key-rotate.js';

/** The versions of the brand's keys: what was made with each, a new one, and what to do with a leaked one. */
class Keys extends ZmElement {
  static properties = { rotating: { state: true }, revoking: { state: true } };

  #load = new Load(this, (options) => get('/keys', options));

  render() {
    return html`${pageHead(t('keys.title'), { lead: t('keys.lead'), actions: this.#actions() })}
      <div class="card flush">${loaded(this.#load, ({ items }) => this.#table(items))}</div>
      ${this.#load.value ? this.#publicKeys(this.#load.value) : nothing}
      ${this.rotating ? html`<zm-key-rotate .keys=${this.#load.value} @done=${this.#changed} @closed=${this.#closed}></zm-key-rotate>` : nothing}
      ${this.revoking ? html`<zm-key-revoke .version=${this.revoking} @done=${this.#changed} @closed=${this.#closed}></zm-key-revoke>` : nothing}`;
  }

  #actions() {
    if (!this.#load.value) return nothing;
    const { items, most } = this.#load.value;
    return html`<button class="button primary" type="button" data-test="rotate-key" ?disabled=${items.length >= most}
      @click=${() => { this.rotating = true; }}>${icon('plus')}${t('keys.rotate')}</button>`;
  }

  #table(items) {
    return table({
      caption: t('keys.title'), test: 'keys', rows: items, rowTest: (k) => `key-${k.keyId}`,
      columns: [
        { head: t('keys.version'), cell: (k) => html`<span class="mono">${k.keyId}</span>` },
        { head: t('keys.state'), cell: (k) => keyBadge(k.state) },
        { head: t('keys.serialStart'), cell: (k) => html`<span class="mono">${k.serialStart}</span>` },
        { head: t('keys.suite'), cell: (k) => t(`suite.${k.suite}`) },
        { head: t('keys.batches'), num: true, cell: (k) => number(k.batches) },
        { head: t('keys.items'), num: true, cell: (k) => number(k.items) },
        { head: t('keys.history'), wide: true, cell: (k) => this.#history(k) },
        { head: t('keys.change'), cell: (k) => (k.state === 'REVOKED' ? nothing : html`<button class="button small danger" type="button"
          data-test="revoke-${k.keyId}" aria-label=${t('keys.revokeOne', { n: k.keyId })} @click=${() => { this.revoking = k; }}>${t('keys.revoke')}</button>`) },
      ],
    });
  }

  #history(k) {
    return html`<span class="stack"><span class="soft small">${t('keys.madeOn', { at: day(k.createdAt), by: k.createdBy ?? t('keys.platform') })}</span>
      ${k.revokedAt ? html`<span>${t('keys.revokedOn', { at: instant(k.revokedAt), by: k.revokedBy, reason: k.reason })}</span>` : nothing}</span>`;
  }

  #publicKeys({ items, most, jwks }) {
    return html`<section class="card" aria-labelledby="public-keys"><h2 id="public-keys">${t('keys.public')}</h2>
      <p class="soft">${t('keys.publicLead')}</p>
      <zm-copy-link .href=${new URL(jwks, location.href).href}></zm-copy-link>
      <p class="soft small gap">${t('keys.used', { n: number(items.length), most: number(most) })}</p></section>`;
  }

  #closed = () => {
    this.rotating = false;
    this.revoking = null;
  };

  #changed = () => {
    this.#closed();
    this.#load.reload();
  };
}

customElements.define('zm-keys', Keys);
