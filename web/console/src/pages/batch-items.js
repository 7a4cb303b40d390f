import { html, nothing } from 'lit';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { stateBadge } from '../parts/badge.js';
import { rangeText } from '../parts/items-text.js';
import { stateStrip } from '../parts/state-strip.js';
import { table } from '../parts/table.js';
import './items-move.js';

const SHOWN = 8;

/** How the items of a batch stand: a picture, the exceptions, and a way to move some. */
class BatchItems extends ZmElement {
  static properties = { number: { attribute: false }, states: { attribute: false }, moving: { state: true } };

  render() {
    return html`<section class="card" aria-labelledby="batch-items">
      <div class="card-head"><h2 id="batch-items">${t('states.title')}</h2>${this.#action()}</div>
      ${stateStrip(this.states)}${this.#exceptions(this.states)}
      ${this.moving ? html`<zm-items-move .number=${this.number} .last=${this.states.strip.at(-1).lastItem}
        @closed=${() => { this.moving = false; }} @done=${this.#moved}></zm-items-move>` : nothing}
    </section>`;
  }

  #action() {
    if (!session.canEdit || this.states.batch === 'CREATED') return nothing;
    return html`<button class="button" type="button" data-test="move-items" @click=${() => { this.moving = true; }}>${t('states.move')}</button>`;
  }

  #exceptions({ ranges, exceptions, batch }) {
    if (exceptions === 0) return html`<p class="soft small">${t('states.uniform')}</p>`;
    return html`<p class="soft small">${t('states.exceptions', { n: number(exceptions), state: t(`state.${batch}`) })}</p>
      ${table({
        caption: t('states.ranges'), test: 'exceptions', rows: ranges.slice(0, SHOWN),
        columns: [
          { head: t('states.items'), cell: rangeText },
          { head: t('batches.state'), cell: (r) => stateBadge(r.state) },
          { head: t('states.count'), num: true, cell: (r) => number(r.lastItem - r.firstItem + 1) },
        ],
      })}
      ${exceptions > SHOWN ? html`<p class="soft small">${t('states.more', { n: number(exceptions - SHOWN) })}</p>` : nothing}`;
  }

  #moved = () => {
    this.moving = false;
    this.dispatchEvent(new Event('moved'));
  };
}

customElements.define('zm-batch-items', BatchItems);
