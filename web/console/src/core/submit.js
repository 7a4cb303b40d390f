import { toastProblem } from './toast.js';

/** Sends a form once at a time and keeps the server's answer for the fields. */
export class Submit {
  busy = false;
  problem = null;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {}

  /** Runs `action(values)` with the form's values; what it returns when it succeeds, undefined otherwise. */
  async send(event, action) {
    event.preventDefault();
    const form = event.target;
    if (this.busy || !form.reportValidity()) return undefined;
    return this.run(() => action(Object.fromEntries(new FormData(form))));
  }

  async run(action) {
    this.#change(true, null);
    try {
      const result = await action();
      this.#change(false, null);
      return result;
    } catch (problem) {
      this.#change(false, problem);
      if (Object.keys(problem.fields ?? {}).length === 0) toastProblem(problem);
      return undefined;
    }
  }

  error(field) {
    return this.problem?.fields?.[field];
  }

  clear() {
    this.#change(false, null);
  }

  #change(busy, problem) {
    this.busy = busy;
    this.problem = problem;
    this.host.requestUpdate();
  }
}
