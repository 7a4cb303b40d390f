export const toasts = new EventTarget();

/** A short message at the edge of the page; `kind` is info or error. */
export function toast(text, kind = 'info') {
  toasts.dispatchEvent(new CustomEvent('toast', { detail: { text, kind } }));
}

/** Shows what failed, except an expired session, which the sign-in form already shows. */
export function toastProblem(problem) {
  if (problem.status !== 401) toast(problem.message, 'error');
}
