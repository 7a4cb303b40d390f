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

/** What nobody sees at the ends of a name, as the server cuts it off: gaps, controls, format characters, fillers. */
const UNSEEN = '[\\s\\p{Z}\\p{C}\\u034F\\u115F\\u1160\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0]';
const ENDS = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, 'gu');
const bare = (text) => text.replace(ENDS, '');

/** The cells of a line (RFC 4180): a comma in quotes separates nothing. */
function cells(line) {
  const all = [''];
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    if (sign === ',' && !quoted) all.push('');
    else all[all.length - 1] += sign;
  }
  return all.map((cell) => bare(bare(cell).replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
}

/**
 * What the server will make of a file's first line: `{columns: [{name, use}], hasCode, utf8}`; `use`
 * is code, gtin, lot, expiry or other.
 */
export async function peek(file) {
  const bytes = new Uint8Array(await file.slice(0, PEEK_BYTES).arrayBuffer());
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const names = cells(text.split(/\r\n|\n|\r/, 1)[0]);
  const columns = names.map((name) => ({ name, use: KNOWN.includes(name.toLowerCase()) ? name.toLowerCase() : 'other' }));
  return { columns, hasCode: columns.some((c) => c.use === 'code'), utf8: !text.includes('\uFFFD') && !text.includes('\u0000') };
}
