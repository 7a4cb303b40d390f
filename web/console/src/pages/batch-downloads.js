import { html } from 'lit';
import { downloadLink } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { field } from '../parts/field.js';
import { icon } from '../parts/icons.js';

const LABELS_A_FILE = 100_000;

/** Codes as CSV and labels as PDF; each for a range of the batch's items. */
class BatchDownloads extends ZmElement {
  static properties = { batch: { attribute: false }, csv: { state: true }, pdf: { state: true } };

  constructor() {
    super();
    this.csv = { kind: 'both', first: 0, count: '' };
    this.pdf = { kind: 'inner', first: 0, count: '' };
  }

  willUpdate() {
    if (this.pdf.count === '') this.pdf = { ...this.pdf, count: Math.min(1000, this.batch.quantity) };
  }

  render() {
    return html`<section class="card" aria-labelledby="downloads"><h2 id="downloads">${t('downloads.title')}</h2>
      <p class="soft small">${t('downloads.lead')}</p>
      ${this.#form('pdf', 'labels.pdf', ['inner', 'outer'], Math.min(LABELS_A_FILE, this.batch.quantity))}
      ${this.#form('csv', 'codes.csv', ['both', 'inner', 'outer'], this.batch.quantity)}
    </section>`;
  }

  #form(name, file, kinds, most) {
    const chosen = this[name];
    const set = (key) => (event) => { this[name] = { ...chosen, [key]: event.target.value }; };
    const id = `${name}-title`;
    return html`<fieldset class="download" aria-labelledby=${id}><h3 id=${id}>${t(`downloads.${name}`)}</h3>
      <div class="fields three">
        ${field({ name: `${name}-kind`, label: t('downloads.kind'), value: chosen.kind, options: kinds.map((k) => [k, t(`kind.${k}`)]), onInput: set('kind') })}
        ${field({ name: `${name}-first`, label: t('downloads.first'), type: 'number', min: 0, max: this.batch.quantity - 1, value: chosen.first, onInput: set('first') })}
        ${field({ name: `${name}-count`, label: t('downloads.count'), type: 'number', min: 1, max: most, value: chosen.count,
          placeholder: name === 'csv' ? t('downloads.all') : undefined, onInput: set('count') })}
      </div>
      <a class="button" download data-test="download-${name}" href=${downloadLink(`/batches/${this.batch.number}/${file}`, chosen)}>${icon('download', 16)}${t(`downloads.${name}Button`)}</a>
      ${name === 'pdf' ? html`<span class="soft small">${t('downloads.most', { n: number(most) })}</span>` : ''}
    </fieldset>`;
  }
}

customElements.define('zm-batch-downloads', BatchDownloads);
