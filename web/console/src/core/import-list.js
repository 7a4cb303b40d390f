import { upload, withQuery } from './api.js';

const PEEK_BYTES = 4096;
const KNOWN = ['code', 'gtin', 'lot', 'expiry'];

/** The file and choices of the list that was checked last, so that it needn't be chosen again. */
let checked = null;

/** Sends a list; `values` are the query of the request. */
export async function sendList(file, values) {
  const started = await upload(withQuery('/code-imports', values), file, 'text/csv');
  checked = values.check ? { id: started.id, file, values } : null;
  return started;
}

/** Sends the list of a check for good, or says null when it is no longer at hand. */
export const sendChecked = (id) => (isAtHand(id) ? sendList(checked.file, { ...checked.values, check: '' }) : null);

export const isAtHand = (id) => checked?.id === id;

/**
 * What the server will make of a file's first line: `{columns: [{name, use}], hasCode, utf8}`; `use`
 * is code, gtin, lot, expiry or other.
 */
export async function peek(file) {
  const bytes = new Uint8Array(await file.slice(0, PEEK_BYTES).arrayBuffer());
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const names = text.split(/\r\n|\n|\r/, 1)[0].split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1').trim());
  const columns = names.map((name) => ({ name, use: KNOWN.includes(name.toLowerCase()) ? name.toLowerCase() : 'other' }));
  return { columns, hasCode: columns.some((c) => c.use === 'code'), utf8: !text.includes('\uFFFD') && !text.includes('\u0000') };
}
