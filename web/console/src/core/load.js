import { localeChanges } from './i18n.js';
import { session } from './session.js';

/**
 * Loads something whenever `key()` changes and tells its element. A newer load aborts the older;
 * after an expired session was renewed a failed load is repeated.
 */
export class Load {
  value = null;
  problem = null;
  loading = true;
  #abort = null;
  #key = null;

  constructor(host, fetcher, key = () => '') {
    this.host = host;
    this.fetcher = fetcher;
    this.key = key;
    host.addController(this);
  }

  hostConnected() {
    session.addEventListener('change', this.#onSession);
    localeChanges.addEventListener('change', this.reload);
  }

  hostDisconnected() {
    session.removeEventListener('change', this.#onSession);
    localeChanges.removeEventListener('change', this.reload);
    this.#abort?.abort();
    this.#key = null;
  }

  hostUpdate() {
    const key = JSON.stringify(this.key());
    if (key === this.#key) return;
    this.#key = key;
    this.value = null;
    this.reload();
  }

  reload = async () => {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.loading = true;
    this.problem = null;
    this.host.requestUpdate();
    try {
      this.value = await this.fetcher({ signal: abort.signal });
    } catch (problem) {
      if (abort.signal.aborted) return;
      this.problem = problem;
    }
    if (abort.signal.aborted) return;
    this.loading = false;
    this.host.requestUpdate();
  };

  #onSession = () => {
    if (session.state === 'in' && this.problem?.status === 401) this.reload();
  };
}
