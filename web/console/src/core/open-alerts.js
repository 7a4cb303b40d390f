import { get } from './api.js';
import { session } from './session.js';

const EVERY_MS = 60_000;

/** How many of the brand's alerts nobody looks after yet, asked now and then for the navigation. */
class OpenAlerts extends EventTarget {
  count = 0;
  #timer = null;

  /** While somebody watches; a failure leaves what was known, as this is no page's content. */
  watch() {
    this.#timer ??= setInterval(this.refresh, EVERY_MS);
    this.refresh();
  }

  refresh = async () => {
    if (session.state !== 'in' || !session.brand || document.hidden) return;
    try {
      const { total } = await get('/alerts?state=OPEN&size=1');
      if (total === this.count) return;
      this.count = total;
      this.dispatchEvent(new Event('change'));
    } catch {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  };
}

export const openAlerts = new OpenAlerts();
