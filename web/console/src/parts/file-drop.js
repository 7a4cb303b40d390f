import { html, nothing } from 'lit';

/** A place to drop a file on, or to choose one. `f`: name, label, lead, accept, hint, error, note, chosen (a text), onFile(file). */
export function fileDrop(f) {
  const id = `f-${f.name}`;
  const described = [f.error && `${id}-error`, `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field ${f.error ? 'invalid' : ''}">
    <label for=${id}>${f.label}</label>
    <div class="drop" data-test="drop" @dragover=${hover} @dragleave=${leave} @drop=${(event) => drop(event, f.onFile)}>
      ${f.lead ? html`<p class="soft small">${f.lead}</p>` : nothing}
      <input id=${id} name=${f.name} type="file" accept=${f.accept} data-test=${f.name} aria-describedby=${described}
        aria-invalid=${f.error ? 'true' : nothing} @change=${(event) => event.target.files[0] && f.onFile(event.target.files[0])}>
      ${f.chosen ? html`<p class="chosen" data-test="chosen">${f.chosen}</p>` : nothing}
    </div>
    ${f.error ? html`<p class="error" id="${id}-error" role="alert">${f.error}</p>` : nothing}
    <p class="hint" id="${id}-hint">${f.hint}</p>
  </div>`;
}

function hover(event) {
  event.preventDefault();
  event.currentTarget.classList.add('over');
}

function leave(event) {
  event.currentTarget.classList.remove('over');
}

function drop(event, onFile) {
  event.preventDefault();
  leave(event);
  const { files } = event.dataTransfer;
  if (files.length === 0) return;
  event.currentTarget.querySelector('input').files = files;
  onFile(files[0]);
}
