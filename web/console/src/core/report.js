import { get, post, remove, withQuery } from './api.js';
import { session } from './session.js';

const POLL_MS = 1000;

/** The runs of one kind of report, the one that is shown, and the one that is under way. */
export class Report {
  runs = null;
  shown = null;
  running = null;
  problem = null;
  #timer = 0;
  #wanted;

  constructor(host, kind, wanted) {
    this.host = host;
    this.kind = kind;
    this.wanted = wanted;
    host.addController(this);
  }

  hostConnected() {
    this.#wanted = undefined;
    session.addEventListener('change', this.#onSession);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    session.removeEventListener('change', this.#onSession);
  }

  hostUpdate() {
    const wanted = this.wanted() ?? null;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.reload();
  }

  reload = async () => {
    clearTimeout(this.#timer);
    const wanted = this.#wanted;
    this.problem = null;
    try {
      const { items } = await get(withQuery('/reports', { kind: this.kind, size: 100 }));
      const id = wanted ?? items.find((run) => run.state === 'DONE')?.id;
      const shown = id === undefined ? null : await get(`/reports/${encodeURIComponent(id)}`);
      if (wanted !== this.#wanted) return;
      this.runs = items;
      this.shown = shown;
      this.running = items.find((run) => run.state === 'RUNNING') ?? null;
      if (this.running) this.#timer = setTimeout(this.#poll, POLL_MS);
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  };

  async start() {
    this.running = await post('/reports', { kind: this.kind });
    this.host.requestUpdate();
    this.#timer = setTimeout(this.#poll, POLL_MS);
  }

  async cancel() {
    await remove(`/reports/${encodeURIComponent(this.running.id)}`);
    await this.reload();
  }

  /** Tells the page when the running report ended: event `report-ended` with the run. */
  #poll = async () => {
    try {
      const { run } = await get(`/reports/${encodeURIComponent(this.running.id)}`);
      this.running = run;
      if (run.state !== 'RUNNING') {
        this.running = null;
        this.host.dispatchEvent(new CustomEvent('report-ended', { detail: run }));
        return this.reload();
      }
      this.#timer = setTimeout(this.#poll, POLL_MS);
    } catch (problem) {
      this.problem = problem;
    }
    return this.host.requestUpdate();
  };

  #onSession = () => {
    if (session.state === 'in' && this.problem?.status === 401) this.reload();
  };
}
