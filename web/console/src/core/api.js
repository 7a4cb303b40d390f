import { languageTag, t } from './i18n.js';

const BASE = '/api/v1';
export const apiEvents = new EventTarget();
let csrfToken = null;

/** Refusals of a session that wants something of its owner first. */
const HELD = ['second-factor', 'must-enrol', 'must-change'];

export function useCsrfToken(token) {
  csrfToken = token;
}

/** A refusal by the server (RFC 9457), or no answer at all (`status` 0). Texts are in the reader's language. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || t(status === 0 ? 'error.offline' : 'error.unexpected'));
    this.status = status;
    this.slug = (body.type ?? '').split(':').pop();
    this.fields = Object.fromEntries((body.errors ?? []).map((e) => [e.field, e.message]));
  }
}

export async function request(method, path, body, { signal, type = 'application/json', read = (response) => response.json() } = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': languageTag() };
  if (body !== undefined) headers['Content-Type'] = type;
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  const response = await send(BASE + path, {
    method, headers, signal, credentials: 'same-origin',
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  });
  if (response.ok) return response.status === 204 ? null : read(response);
  const problem = new Problem(response.status, await response.json().catch(() => ({})));
  if (response.status === 401 && path !== '/session') apiEvents.dispatchEvent(new Event('signed-out'));
  if (HELD.includes(problem.slug)) apiEvents.dispatchEvent(new Event('held'));
  throw problem;
}

async function send(url, options) {
  try {
    return await fetch(url, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0);
  }
}

export const get = (path, options) => request('GET', path, undefined, options);
export const post = (path, body) => request('POST', path, body);
/** Sends a file as it is; the browser streams it. */
export const upload = (path, file, type) => request('POST', path, file, { type });
/** Sends a file in the place of what is there. */
export const replace = (path, file) => request('PUT', path, file, { type: file.type });
/** A picture that the server draws of `body`, as a Blob, and the characters by field that no font of labels has. */
export const picture = (path, body) => request('POST', path, body, { read: async (response) => ({
  picture: await response.blob(), leftOut: Object.fromEntries(new URLSearchParams(response.headers.get('Label-Left-Out') ?? '')),
}) });
export const put = (path, body) => request('PUT', path, body);
export const remove = (path) => request('DELETE', path);

/** `/scans?outcome=suspect&page=0`: leaves out what is empty. */
export function withQuery(path, values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, v]) => v !== '' && v != null));
  return query.size ? `${path}?${query}` : path;
}

/** The address of a download; the browser streams it to disk, so no size limit applies. */
export const downloadLink = (path, values = {}) => BASE + withQuery(path, values);
