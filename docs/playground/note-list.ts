import { css, html, LitElement, nothing } from 'lit';
import type { Note } from './check-text.js';
import { controlStyles } from './controls.styles.js';

/** Asks for a note's part of the text to be shown. */
export class NoteSelectEvent extends Event {
  readonly note: Note;

  constructor(note: Note) {
    super('note-select');
    this.note = note;
  }
}

/** How many notes are listed: nobody reads more before mending some. */
const most = 100;

/**
 * Lists what is said of the manifest's text, each with a button that leads to its line.
 * @fires note-select - A note's button was pressed.
 */
export class NoteList extends LitElement {
  static override properties = { notes: { attribute: false } };

  static override styles = [
    controlStyles,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        max-height: 14rem;
        overflow: auto;
      }

      li {
        display: flex;
        gap: 0.75rem;
        align-items: start;
        padding: 0.375rem 0;
        font-size: 0.875rem;
        line-height: 1.5;
        overflow-wrap: anywhere;
      }

      button {
        flex: none;
        font-variant-numeric: tabular-nums;
        padding: 0 0.5rem;
        min-height: 1.75rem;
      }

      code {
        font-family: var(--vp-font-family-mono);
      }

      .error {
        color: var(--vp-c-danger-1);
        font-weight: 600;
      }

      .warning {
        color: var(--vp-c-warning-1);
        font-weight: 600;
      }
    `,
  ];

  declare notes: readonly Note[];

  constructor() {
    super();
    this.notes = [];
  }

  protected override render() {
    if (!this.notes.length) return nothing;
    const more = this.notes.length - most;
    return html`
      <ul tabindex="0" aria-label="Problems and remarks">
        ${this.notes.slice(0, most).map((note) => this.#renderNote(note))}
      </ul>
      ${more > 0 ? html`<p class="quiet">… and ${more} more.</p>` : nothing}
    `;
  }

  #renderNote(note: Note) {
    const { severity, line, path, message } = note;
    return html`
      <li>
        <button type="button" @click=${() => this.dispatchEvent(new NoteSelectEvent(note))}>Line ${line}</button>
        <span>
          <span class=${severity}>${severity === 'error' ? 'Problem' : 'Remark'}</span>
          ${path ? html`<code>${path}</code>` : nothing} ${message}
        </span>
      </li>
    `;
  }
}
customElements.define('playground-note-list', NoteList);
