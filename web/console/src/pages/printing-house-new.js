import { html, nothing } from 'lit';
import { post } from '../core/api.js';
import { isAsked, toldAsked } from '../core/approval.js';
import { ZmElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { Submit } from '../core/submit.js';
import { toast } from '../core/toast.js';
import { field } from '../parts/field.js';
import { fileDrop } from '../parts/file-drop.js';

const LARGEST = 64 * 1024;

/** Registers a printing house by a certificate file, PEM or DER. Event `created`. */
class PrintingHouseNew extends ZmElement {
  static properties = { chosen: { state: true } };

  #submit = new Submit(this);

  constructor() {
    super();
    this.chosen = null;
  }

  render() {
    const error = (name) => this.#submit.error(name);
    return html`<form class="card" novalidate data-test="house-form" @submit=${this.#create}><h2>${t('houses.new')}</h2>
      ${field({ name: 'name', label: t('houses.name'), required: true, maxlength: 120, error: error('name') })}
      ${fileDrop({ name: 'file', label: t('houses.certificate'), lead: t('houses.drop'), accept: '.pem,.crt,.cer,.der', hint: t('houses.certificateHint'),
        chosen: this.chosen?.name, error: error('certificate'), onFile: this.#choose })}
      ${this.chosen ? nothing : html`<p class="soft small">${t('houses.consequence')}</p>`}
      <div class="form-end"><button class="button primary" data-test="create-house" ?disabled=${this.#submit.busy || !this.chosen}>${t('houses.create')}</button></div>
    </form>`;
  }

  #choose = async (file) => {
    this.chosen = { name: file.name, text: await certificateText(file) };
    this.#submit.clear();
  };

  #create = async (event) => {
    const form = event.target;
    const house = await this.#submit.send(event, ({ name }) => post('/printing-houses', { name, certificate: this.chosen.text }));
    if (!house) return;
    form.reset();
    this.chosen = null;
    if (isAsked(house)) toldAsked();
    else toast(t('houses.created', { name: house.name }));
    this.dispatchEvent(new Event('created'));
  };
}

/** PEM as it is, DER in base64. Whatever is too large for a certificate goes no further than its beginning. */
async function certificateText(file) {
  const octets = new Uint8Array(await file.slice(0, LARGEST).arrayBuffer());
  const text = new TextDecoder().decode(octets);
  if (text.includes('-----BEGIN')) return text;
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''));
}

customElements.define('zm-printing-house-new', PrintingHouseNew);
