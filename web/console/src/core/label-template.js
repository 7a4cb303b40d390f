import { t } from './i18n.js';

/** What a template is called; those that everybody has are named in the reader's language. */
export const templateName = (template) => (template.builtIn ? t(`template.${template.id}`) : template.name);

export const PAGES = ['A4', 'A5', 'LETTER', 'CUSTOM', 'ROLL'];
export const ARRANGEMENTS = ['STACKED', 'BESIDE'];
export const CORRECTIONS = ['L', 'M', 'Q', 'H'];
export const MASKS = ['STANDARD', 'FIXED'];
export const TEXTS = ['KIND', 'PRODUCT', 'SERIAL', 'LOT', 'EXPIRY', 'ITEM'];
export const RESOLUTIONS = ['203', '300', '600'];

const LENGTHS = ['pageWidthMm', 'pageHeightMm', 'marginXMm', 'marginYMm', 'gapXMm', 'gapYMm', 'labelWidthMm', 'labelHeightMm',
  'codeSideMm', 'quietZone', 'textPt', 'logoHeightMm', 'dpi'];

/** The design that a form's values stand for; the logo is no field of it. */
export function designOf(values, texts, logo) {
  const lengths = Object.fromEntries(LENGTHS.map((name) => [name, Number(values[name] ?? 0)]));
  return {
    page: values.page, arrangement: values.arrangement, correction: values.correction, mask: values.mask,
    outerWord: values.outerWord, innerWord: values.innerWord, texts,
    cutMarks: values.cutMarks === 'on', pairs: values.pairs === 'on', ...lengths, ...(logo ? { logo } : {}),
  };
}
