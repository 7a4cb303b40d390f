import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { ZmElement } from '../core/element.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { templateName } from '../core/label-template.js';
import { Load } from '../core/load.js';
import { go, link } from '../core/router.js';
import { pageHead } from '../parts/page-head.js';
import { loaded } from '../parts/state.js';
import './label-template.js';

/** How the brand's labels look: a list, and the chosen one as a form beside its picture. */
class LabelTemplates extends ZmElement {
  static properties = { chosen: { attribute: false } };

  #load = new Load(this, (options) => get('/label-templates', options));
  #template = new Load(this, (options) => get(`/label-templates/${this.chosen}`, options), () => this.chosen);

  render() {
    return html`${pageHead(t('templates.title'), { lead: t('templates.lead') })}
      ${loaded(this.#load, (list) => html`<nav class="card template-list" aria-label=${t('templates.title')} data-test="templates">${list.map((one) => this.#entry(one))}</nav>`)}
      ${loaded(this.#template, (template) => html`<zm-label-template .template=${template} @saved=${this.#saved} @deleted=${this.#deleted}></zm-label-template>`)}`;
  }

  #entry(one) {
    return html`<a href=${link(['label-templates'], { id: one.id })} data-test="template-${one.id}" aria-current=${one.id === this.chosen ? 'true' : nothing}>
      <strong>${templateName(one)}</strong>
      <span class="soft small">${t('templates.perPage', { n: number(one.labelsPerPage) })}${one.builtIn ? ` · ${t('templates.builtIn')}` : nothing}</span></a>`;
  }

  #saved = ({ detail }) => {
    this.#load.reload();
    if (detail.id === this.chosen) this.#template.reload();
    else go(['label-templates'], { id: detail.id });
  };

  #deleted = () => {
    this.#load.reload();
    go(['label-templates']);
  };
}

customElements.define('zm-label-templates', LabelTemplates);
