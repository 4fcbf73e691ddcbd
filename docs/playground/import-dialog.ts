import { css, html, LitElement, nothing } from 'lit';
import type { Remark } from '../../src/import/found.js';
import { controlStyles } from './controls.styles.js';
import type { ImportRequest, ImportResult } from './import-source.js';

/** A part of what was pasted, in characters from its start. */
type SourceRange = readonly [from: number, to: number];

/** What an import was not sure of, and where in what was pasted that is, if it can be found. */
export interface LocatedRemark extends Remark {
  readonly range: SourceRange | undefined;
}

/** Tells that a manifest was made of what was pasted. */
export class ImportEvent extends Event {
  readonly text: string;
  readonly remarks: readonly LocatedRemark[];

  constructor(text: string, remarks: readonly LocatedRemark[]) {
    super('import');
    this.text = text;
    this.remarks = remarks;
  }
}

/**
 * Asks for a cookie policy or another tool's export, and makes a manifest of it. All of it happens in this browser.
 * @fires import - A manifest was made.
 */
export class ImportDialog extends LitElement {
  static override properties = { isReading: { state: true }, error: { state: true } };

  static override styles = [
    controlStyles,
    css`
      dialog {
        width: min(44rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 1.25rem;
        border: 1px solid var(--vp-c-divider);
        border-radius: 12px;
        background: var(--vp-c-bg-elv);
        color: var(--vp-c-text-1);
      }

      dialog::backdrop {
        background: #0008;
      }

      form {
        display: grid;
        gap: 0.75rem;
      }

      label {
        display: grid;
        gap: 0.25rem;
      }

      textarea {
        min-height: 12rem;
        resize: vertical;
        font-family: var(--vp-font-family-mono);
        font-size: 0.875rem;
      }

      .error {
        color: var(--vp-c-danger-1);
      }
    `,
  ];

  declare isReading: boolean;
  declare error: string;

  #worker: Worker | undefined;

  constructor() {
    super();
    this.isReading = false;
    this.error = '';
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  get #textarea(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="title" @close=${this.#stop}>
        <form @submit=${this.#submit}>
          <h2 id="title">Make a manifest of what you have</h2>
          <p class="quiet">
            Paste your cookie policy (text, HTML or Markdown) or another tool’s export (CSV, JSON, HAR or its
            configuration). It stays in this browser.
          </p>
          <label>
            Your policy or export
            <textarea name="text" required spellcheck="false" aria-describedby="error"></textarea>
          </label>
          <label>
            Or open a file
            <input type="file" @change=${this.#openFile} />
          </label>
          <p id="error" class="error" role="alert">${this.error}</p>
          <div class="row">
            <button class="primary" ?disabled=${this.isReading}>Make the manifest</button>
            <button type="button" @click=${() => this.#dialog.close()}>Cancel</button>
            <span role="status">${this.isReading ? 'Reading …' : nothing}</span>
          </div>
        </form>
      </dialog>
    `;
  }

  /** Opens the dialog. */
  open() {
    this.error = '';
    this.#dialog.showModal();
    this.#textarea.focus();
  }

  /** Opens the dialog again, with a part of what was pasted selected. */
  showSource(range: SourceRange) {
    this.open();
    this.#textarea.setSelectionRange(...range);
  }

  #openFile = async ({ target }: Event) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) this.#textarea.value = await file.text();
  };

  #submit = (event: SubmitEvent) => {
    event.preventDefault();
    this.error = '';
    this.isReading = true;
    const [file] = this.renderRoot.querySelector<HTMLInputElement>('[type=file]')!.files ?? [];
    this.#import({
      text: this.#textarea.value,
      name: file?.name ?? '',
      revision: new Date().toISOString().slice(0, 10),
    });
  };

  #import(request: ImportRequest) {
    this.#worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ImportResult>) => this.#take(data));
    this.#worker.addEventListener('error', ({ message }) => this.#take({ error: message }));
    this.#worker.postMessage(request);
  }

  #take(result: ImportResult) {
    this.#stop();
    if ('error' in result) this.error = result.error;
    else if (!result.cookies) this.error = explainNothingFound(result.remarks);
    else {
      const source = this.#textarea.value;
      const remarks = result.remarks.map((remark) => ({ ...remark, range: findSource(source, remark) }));
      this.#dialog.close();
      this.dispatchEvent(new ImportEvent(result.text, remarks));
    }
  }

  /** Ends the import that runs, if one does. */
  #stop = () => {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.isReading = false;
  };
}

/** Finds what a remark speaks of: its line, else the words that it quotes. */
function findSource(text: string, { at, written }: Remark): SourceRange | undefined {
  const [, line] = /^lines? (\d+)/.exec(at) ?? [];
  if (line === undefined) {
    const from = written ? text.indexOf(written) : -1;
    return from < 0 ? undefined : [from, from + written!.length];
  }
  const lines = text.split('\n');
  const before = lines.slice(0, Number(line) - 1);
  const from = before.reduce((sum, { length }) => sum + length + 1, 0);
  return [from, from + (lines[before.length]?.length ?? 0)];
}

const explainNothingFound = ([remark]: readonly Remark[]): string =>
  `No cookies were found in it.${remark ? ` ${remark.message}` : ''}`;

customElements.define('playground-import-dialog', ImportDialog);
