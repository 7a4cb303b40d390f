import { html } from 'lit';
import { ZmElement } from '../core/element.js';
import { locale, setLocale, t } from '../core/i18n.js';

/** Each language is offered in its own name, so that it is found by those who need it. */
class Locale extends ZmElement {
  render() {
    const option = (code, label, lang) => html`<button type="button" lang=${lang} data-test="locale-${code}"
      aria-pressed=${locale() === code ? 'true' : 'false'} @click=${() => setLocale(code)}>${label}</button>`;
    return html`<div class="switch" role="group" aria-label=${t('nav.language')}>
      ${option('zh', '中文', 'zh-CN')}${option('en', 'EN', 'en')}
    </div>`;
  }
}

customElements.define('zm-locale', Locale);
