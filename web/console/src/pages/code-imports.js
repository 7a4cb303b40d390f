import { html, nothing } from 'lit';
import { get, withQuery } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { instant, number, today } from '../core/format.js';
import { t } from '../core/i18n.js';
import { peek, sendList } from '../core/import-list.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { Submit } from '../core/submit.js';
import { importBadge } from '../parts/badge.js';
import { field } from '../parts/field.js';
import { fileDrop } from '../parts/file-drop.js';
import { pageHead } from '../parts/page-head.js';
import { pager } from '../parts/pager.js';
import { emptyState, loaded } from '../parts/state.js';
import { table } from '../parts/table.js';

/** Takes over lists of codes that an earlier system printed. */
class CodeImports extends ZmElement {
  static properties = { page: { attribute: false }, file: { state: true }, head: { state: true } };

  #products = new Load(this, (options) => get('/products?size=200', options));
  #imports = new Load(this, (options) => get(withQuery('/code-imports', { page: this.page }), options), () => this.page);
  #submit = new Submit(this);

  constructor() {
    super();
    this.file = null;
    this.head = null;
  }

  render() {
    return html`${pageHead(t('imports.title'), { lead: t('imports.lead') })}
      ${loaded(this.#products, ({ items }) => this.#form(items))}
      <section class="card flush" aria-labelledby="earlier"><h2 id="earlier" class="card-title">${t('imports.earlier')}</h2>
        ${loaded(this.#imports, (list) => (list.total === 0 ? emptyState(t('imports.none')) : html`${this.#table(list)}${pager(list)}`))}
      </section>`;
  }

  #form(products) {
    const error = (name) => this.#submit.error(name);
    return html`<form class="card form" novalidate data-test="import-form" @submit=${this.#send}><h2>${t('imports.new')}</h2>
      ${fileDrop({ name: 'file', label: t('imports.file'), lead: t('imports.drop'), accept: '.csv,text/csv', hint: t('imports.fileHint'), error: error('file') ?? error('import'),
        chosen: this.file && t('imports.chosen', { size: number(Math.ceil(this.file.size / 1024)) }), onFile: this.#choose })}
      ${this.head ? this.#columns() : nothing}
      <div class="fields">
        ${field({ name: 'gtin', label: t('imports.product'), error: error('gtin'),
          options: [['', t('imports.byColumn')], ...products.map((p) => [p.gtin, `${p.name} · ${p.gtin}`])] })}
        ${field({ name: 'lot', label: t('imports.lot'), maxlength: 20, hint: t('imports.lotHint'), error: error('lot') })}
      </div>
      ${field({ name: 'producedOn', label: t('imports.producedOn'), type: 'date', value: today(), required: true, error: error('producedOn') })}
      <div class="field check"><label><input type="checkbox" name="ignoreCase" value="true" data-test="ignoreCase" aria-describedby="ignore-hint">${t('imports.ignoreCase')}</label>
        <p class="hint" id="ignore-hint">${t('imports.ignoreCaseHint')}</p></div>
      <div class="form-end">${this.#submit.busy ? html`<span class="soft" role="status">${t('imports.sending')}</span>` : nothing}
        <button class="button primary" name="check" value="true" data-test="check-list" ?disabled=${this.#blocked}>${t('imports.check')}</button>
        <button class="button" name="check" value="" data-test="import-list" ?disabled=${this.#blocked}>${t('imports.start')}</button></div>
    </form>`;
  }

  get #blocked() {
    return this.#submit.busy || !this.file || !this.head?.hasCode;
  }

  /** What will become of each column, before anything is sent. */
  #columns() {
    return html`<div class="mapping" data-test="mapping"><h3>${t('imports.columns')}</h3>
      <ul>${this.head.columns.map((c) => html`<li class=${c.use}><code>${c.name}</code> <span class="soft small">${t(`imports.column.${c.use}`)}</span></li>`)}</ul>
      ${this.head.hasCode ? nothing : html`<p class="notice bad" role="alert">${t('imports.noCode')}</p>`}
      ${this.head.utf8 ? nothing : html`<p class="notice bad" role="alert">${t('imports.notUtf8')}</p>`}</div>`;
  }

  #choose = async (file) => {
    this.head = await peek(file);
    this.file = file;
    this.#submit.clear();
  };

  #send = async (event) => {
    const check = event.submitter?.value ?? 'true';
    const started = await this.#submit.send(event, ({ gtin, lot, producedOn, ignoreCase }) =>
      sendList(this.file, { check, gtin, lot, producedOn, ignoreCase }));
    if (started) go(['code-imports', String(started.id)]);
  };

  #table(list) {
    return table({
      caption: t('imports.earlier'), test: 'imports', rows: list.items,
      columns: [
        { head: t('imports.list'), cell: (i) => html`<a href=${link(['code-imports', String(i.id)])}>${t('imports.numbered', { id: i.id })}</a>` },
        { head: t('imports.kind'), cell: (i) => t(i.check ? 'imports.kind.check' : 'imports.kind.import') },
        { head: t('imports.state'), cell: (i) => importBadge(i.state) },
        { head: t('imports.rows'), num: true, cell: (i) => number(i.rows) },
        { head: t('imports.accepted'), num: true, cell: (i) => number(i.accepted) },
        { head: t('imports.refused'), num: true, cell: (i) => number(i.refused) },
        { head: t('imports.at'), num: true, cell: (i) => instant(i.createdAt) },
        { head: t('imports.by'), cell: (i) => i.createdBy },
      ],
    });
  }
}

customElements.define('zm-code-imports', CodeImports);
