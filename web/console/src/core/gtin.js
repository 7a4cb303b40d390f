/** GS1 General Specifications 7.9: weights 3 and 1 from the right, next multiple of ten. */
export function checkDigit(body) {
  const sum = [...body].reverse().reduce((total, digit, i) => total + digit * (i % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

const LENGTHS = [8, 12, 13, 14];

/**
 * What to tell a person who is still typing: `{state, expected?}` with state empty, letters,
 * short, long, wrong or right. GTIN-8, -12, -13 and -14 are accepted.
 */
export function judgeGtin(typed) {
  const digits = typed.replace(/[\s-]/g, '');
  if (digits === '') return { state: 'empty' };
  if (/\D/.test(digits)) return { state: 'letters' };
  if (digits.length > 14) return { state: 'long' };
  if (!LENGTHS.includes(digits.length)) return { state: 'short', count: digits.length };
  const expected = checkDigit(digits.slice(0, -1));
  return expected === Number(digits.at(-1)) ? { state: 'right' } : { state: 'wrong', expected };
}

export const gtin14 = (typed) => typed.replace(/[\s-]/g, '').padStart(14, '0');

/** `6901234, 6905678` → its parts, as typed with blanks or commas between. */
export const prefixesOf = (text) => (text ?? '').split(/[\s,;，、]+/).filter(Boolean);
