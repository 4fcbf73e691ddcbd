import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { getDirection } from '../../src/locales/direction.js';
import { formatText } from './format-text.js';
import { checkText, type CheckedText } from './check-text.js';
import { controlStyles } from './controls.styles.js';
import { exampleText } from './example.js';
import type { ImportDialog, ImportEvent, LocatedRemark } from './import-dialog.js';
import './import-dialog.js';
import type { ManifestEditor } from './manifest-editor.js';
import './manifest-editor.js';
import type { NoteSelectEvent } from './note-list.js';
import './note-list.js';
import { playgroundStyles } from './playground-app.styles.js';
import type { PreviewFrame } from './preview-frame.js';
import './preview-frame.js';
import type { PreviewSettings } from './preview-settings.js';
import { languageNames } from './languages.js';
import { decodeState, directions, encodeState, themes, views, widths, type PlaygroundState } from './state.js';
import { writeTag } from './tag.js';

const defaults: PlaygroundState = {
  text: exampleText,
  view: 'notice',
  language: 'en',
  direction: 'auto',
  theme: 'light',
  width: 'full',
  isReturning: false,
  answeredRevision: '',
};

/** How long nobody types until the text is checked and shown, in milliseconds. */
const pause = 300;

/** The playground: a manifest's text, what is wrong with it, and what visitors see of it. */
export class PlaygroundApp extends LitElement {
  static override properties = {
    base: { type: String },
    state: { state: true },
    checked: { state: true },
    remarks: { state: true },
    copied: { state: true },
  };

  static override styles = [controlStyles, playgroundStyles];

  /** The address that the site's files lie below. */
  declare base: string;
  declare state: PlaygroundState;
  /** What was found out of the text when it was last checked. */
  declare checked: CheckedText;
  /** What the last import was not sure of. */
  declare remarks: readonly LocatedRemark[];
  /** What was copied last, for whoever does not see that it was. */
  declare copied: string;

  #settings: PreviewSettings | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.base = '/';
    this.state = defaults;
    this.checked = { value: undefined, manifest: undefined, notes: [] };
    this.remarks = [];
    this.copied = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#followFragment);
    this.#followFragment();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followFragment);
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('state') || changed.has('checked')) this.#settings = this.#makeSettings();
  }

  protected override render() {
    return html`
      <div class="columns">
        <section aria-labelledby="manifest-title">${this.#renderManifest()}</section>
        <section aria-labelledby="preview-title">${this.#renderPreview()}</section>
      </div>
      <section class="tag" aria-labelledby="tag-title">${this.#renderTag()}</section>
      <playground-import-dialog @import=${this.#takeImport}></playground-import-dialog>
    `;
  }

  #renderManifest() {
    const { notes, manifest } = this.checked;
    return html`
      <div class="row">
        <h2 id="manifest-title">Manifest</h2>
        <button type="button" @click=${this.#openImport}>Import …</button>
        <button type="button" ?disabled=${!manifest} @click=${this.#format}>Format</button>
        <button type="button" @click=${() => this.#copy(this.state.text, 'The manifest')}>Copy</button>
        <button type="button" @click=${() => this.#change({ text: exampleText })}>Start over</button>
      </div>
      <playground-manifest-editor
        .text=${this.state.text}
        .notes=${notes}
        @input=${this.#edit}
      ></playground-manifest-editor>
      <p role="status">${this.#summarise()}</p>
      <playground-note-list .notes=${notes} @note-select=${this.#selectNote}></playground-note-list>
      ${this.remarks.length ? this.#renderRemarks() : nothing}
    `;
  }

  #summarise(): string {
    const { notes, manifest } = this.checked;
    const problems = notes.filter(({ severity }) => severity === 'error').length;
    if (!manifest) return notes.length ? 'This is not a manifest yet. The preview shows the last one.' : '';
    const cookies = count(manifest.cookies.length, 'cookie');
    const remarks = notes.length - problems;
    return `${cookies}, ${problems ? count(problems, 'problem') : 'no problems'}${remarks ? `, ${count(remarks, 'remark')}` : ''}.`;
  }

  #renderRemarks() {
    return html`
      <details class="remarks">
        <summary>${count(this.remarks.length, 'remark')} on what was imported</summary>
        <ul>
          ${this.remarks.map((remark) => this.#renderRemark(remark))}
        </ul>
      </details>
    `;
  }

  #renderRemark({ at, message, written, range }: LocatedRemark) {
    return html`
      <li>
        ${
          range
            ? html`<button type="button" @click=${() => this.#importDialog.showSource(range)}>${at}</button>`
            : html`${at}:`
        }
        ${message} ${written === undefined ? nothing : html`<q>${written}</q>`}
      </li>
    `;
  }

  #renderPreview() {
    const { view, language, direction, theme, width, isReturning, answeredRevision } = this.state;
    return html`
      <div class="row">
        <h2 id="preview-title">Preview</h2>
        ${Object.entries(views).map(
          ([value, label]) => html`
            <button
              type="button"
              aria-pressed=${value === view}
              @click=${() => this.#change({ view: value as PlaygroundState['view'] })}
            >
              ${label}
            </button>
          `,
        )}
        <button type="button" @click=${this.#reload}>Reload</button>
      </div>
      <div class="controls">
        ${this.#renderSelect('language', 'Language', language, languageNames)}
        ${this.#renderSelect('direction', 'Direction', direction, directions)}
        ${this.#renderSelect('theme', 'Theme', theme, themes)} ${this.#renderSelect('width', 'Width', width, widths)}
        <label class="check">
          <input
            type="checkbox"
            .checked=${isReturning}
            @change=${(event: Event) => this.#change({ isReturning: (event.target as HTMLInputElement).checked })}
          />
          Returning visitor
        </label>
        <label>
          Pressed OK at revision
          <input
            .value=${answeredRevision}
            ?disabled=${!isReturning}
            placeholder=${this.checked.manifest?.revision ?? 'none'}
            @change=${(event: Event) => this.#change({ answeredRevision: (event.target as HTMLInputElement).value })}
          />
        </label>
      </div>
      <playground-preview-frame
        .settings=${this.#settings}
        .width=${width}
        .base=${this.base}
      ></playground-preview-frame>
    `;
  }

  #renderSelect(
    key: 'language' | 'direction' | 'theme' | 'width',
    label: string,
    chosen: string,
    options: Readonly<Record<string, string>>,
  ) {
    return html`
      <label>
        ${label}
        <select @change=${(event: Event) => this.#change({ [key]: (event.target as HTMLSelectElement).value })}>
          ${Object.entries(options).map(
            ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #renderTag() {
    const tag = writeTag(this.checked.manifest);
    return html`
      <div class="row">
        <h2 id="tag-title">For your page</h2>
        <button type="button" @click=${() => this.#copy(tag, 'The tag')}>Copy the tag</button>
        <button type="button" @click=${this.#copyLink}>Copy a link to this</button>
        <span role="status" class="quiet">${this.copied}</span>
      </div>
      <pre tabindex="0" aria-labelledby="tag-title"><code>${tag}</code></pre>
    `;
  }

  #change(part: Partial<PlaygroundState>) {
    this.state = { ...this.state, ...part };
    if (part.text !== undefined) this.#check();
    void this.#writeFragment();
  }

  #edit = ({ target }: Event) => {
    this.state = { ...this.state, text: (target as ManifestEditor).text };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#check();
      void this.#writeFragment();
    }, pause);
  };

  #check() {
    this.checked = checkText(this.state.text);
  }

  /** Makes the preview's settings; a text that is not a manifest leaves them, and so the preview, as they are. */
  #makeSettings(): PreviewSettings | undefined {
    const { view, language, theme, direction, isReturning, answeredRevision } = this.state;
    if (!this.checked.manifest) return this.#settings;
    const settings: PreviewSettings = {
      ...{ view, language, theme, isReturning, answeredRevision },
      direction: direction === 'auto' ? getDirection(language) : direction,
      manifest: this.checked.value,
    };
    return JSON.stringify(settings) === JSON.stringify(this.#settings) ? this.#settings : settings;
  }

  #followFragment = () => void this.#readFragment();

  async #readFragment() {
    this.state = (await decodeState(location.hash.slice(1), defaults)) ?? this.state;
    this.#check();
  }

  async #writeFragment() {
    history.replaceState(history.state, '', `#${await encodeState(this.state)}`);
  }

  get #importDialog(): ImportDialog {
    return this.renderRoot.querySelector('playground-import-dialog')!;
  }

  #openImport = () => this.#importDialog.open();

  #takeImport = ({ text, remarks }: ImportEvent) => {
    this.remarks = remarks;
    this.#change({ text });
  };

  #format = () => this.#change({ text: formatText(this.state.text) });

  #selectNote = ({ note }: NoteSelectEvent) =>
    this.renderRoot.querySelector<ManifestEditor>('playground-manifest-editor')!.select(note.from, note.to);

  #reload = () => this.renderRoot.querySelector<PreviewFrame>('playground-preview-frame')!.reload();

  #copyLink = async () => {
    await this.#writeFragment();
    await this.#copy(location.href, 'The link');
  };

  async #copy(text: string, what: string) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = `${what} was copied.`;
    } catch {
      this.copied = `The browser did not let ${what.toLowerCase()} be copied.`;
    }
  }
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

customElements.define('playground-app', PlaygroundApp);
