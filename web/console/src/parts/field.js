import { html, nothing } from 'lit';
import { t } from '../core/i18n.js';

/**
 * A labelled input with its hint and error. `f`: name, label, and optionally type, value, hint,
 * error, note (`{text, kind}` while typing), required, onInput, options (`[value, text]`: a select),
 * and any of min, max, step, maxlength, inputmode, autocomplete, placeholder, disabled.
 */
export function field(f) {
  const id = `f-${f.name}`;
  const described = [f.error && `${id}-error`, f.note && `${id}-note`, f.hint && `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field ${f.error ? 'invalid' : ''}">
    <label for=${id}>${f.label}${f.required ? nothing : html`<span class="soft optional">${f.optional ?? nothing}</span>`}</label>
    ${control(f, id, described || nothing)}
    ${f.error ? html`<p class="error" id="${id}-error" role="alert">${f.error}</p>` : nothing}
    ${f.note ? html`<p class="note ${f.note.kind}" id="${id}-note" aria-live="polite" data-test="${f.name}-note">${f.note.text}</p>` : nothing}
    ${f.hint ? html`<p class="hint" id="${id}-hint">${f.hint}</p>` : nothing}
  </div>`;
}

function control(f, id, described) {
  if (f.options) {
    return html`<select id=${id} name=${f.name} data-test=${f.test ?? f.name} ?required=${f.required} ?disabled=${f.disabled}
      aria-describedby=${described} aria-invalid=${f.error ? 'true' : nothing} @change=${f.onInput}>
      ${f.options.map(([value, text]) => html`<option value=${value} ?selected=${value === f.value}>${text}</option>`)}
    </select>`;
  }
  return html`<input id=${id} name=${f.name} data-test=${f.test ?? f.name} type=${f.type ?? 'text'}
    value=${f.value ?? nothing}
    ?required=${f.required} ?disabled=${f.disabled} min=${f.min ?? nothing} max=${f.max ?? nothing} step=${f.step ?? nothing}
    maxlength=${f.maxlength ?? nothing} inputmode=${f.inputmode ?? nothing} autocomplete=${f.autocomplete ?? 'off'}
    placeholder=${f.placeholder ?? nothing} list=${f.list ?? nothing} spellcheck="false"
    aria-describedby=${described} aria-invalid=${f.error ? 'true' : nothing} @input=${f.onInput}>`;
}

/** The suites that codes can be made with, for a select. */
export const suiteOptions = () => ['AES_ED25519', 'SM4_SM2'].map((suite) => [suite, t(`suite.${suite}`)]);
