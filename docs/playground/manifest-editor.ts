import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { css, html, LitElement, type PropertyValues } from 'lit';
import type { Note } from './check-text.js';
import { describeField, suggestAt } from './schema.js';

/** The site's colours, which have contrast enough on light and dark. */
const highlightStyle = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--vp-c-indigo-1)' },
  { tag: tags.string, color: 'var(--vp-c-green-1)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--vp-c-red-1)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '0.875rem', backgroundColor: 'var(--vp-c-bg)', color: 'var(--vp-c-text-1)' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--vp-c-text-1)' },
  '.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '.cm-gutters': { backgroundColor: 'var(--vp-c-bg-alt)', color: 'var(--vp-c-text-2)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--vp-c-default-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--vp-c-indigo-soft)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--vp-c-bg-elv)',
    color: 'var(--vp-c-text-1)',
    border: '1px solid var(--vp-c-divider)',
    borderRadius: '6px',
    maxWidth: 'min(28rem, 80vw)',
  },
  '.cm-tooltip-hover .field': { padding: '0.25rem 0.5rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--vp-c-text-1)',
    color: 'var(--vp-c-bg)',
  },
  '.cm-panels': { backgroundColor: 'var(--vp-c-bg-alt)', color: 'var(--vp-c-text-1)' },
});

function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const text = state.doc.toString();
  const suggestions = suggestAt(text, pos);
  // Between two fields or values, only who asks for suggestions wants them.
  if (!suggestions || (!explicit && suggestions.from === pos)) return null;
  return {
    from: suggestions.from,
    to: suggestions.to,
    options: suggestions.items.map(({ label, json: replacement, description }) => ({
      label: JSON.stringify(label),
      displayLabel: label,
      apply: replacement,
      ...(description !== undefined && { info: description }),
    })),
    validFor: /^"?[\w$-]*"?$/,
  };
}

const describeHovered = hoverTooltip((view, pos) => {
  const field = describeField(view.state.doc.toString(), pos);
  if (!field) return null;
  return {
    pos: field.from,
    end: field.to,
    create() {
      const dom = document.createElement('div');
      dom.className = 'field';
      dom.textContent = field.text;
      return { dom };
    },
  };
});

/**
 * Edits a manifest's text, with suggestions and descriptions from its schema.
 * @fires input - The text was changed by whoever types.
 */
export class ManifestEditor extends LitElement {
  static override properties = { text: { type: String }, notes: { attribute: false } };

  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
      border: 1px solid var(--vp-c-text-3);
      border-radius: 6px;
    }

    :host(:focus-within) {
      border-color: var(--vp-c-brand-1);
    }

    #parent {
      height: 100%;
    }
  `;

  /** The text. */
  declare text: string;
  /** What is said of its parts. */
  declare notes: readonly Note[];

  #view: EditorView | undefined;

  constructor() {
    super();
    this.text = '';
    this.notes = [];
  }

  protected override render() {
    return html`<div id="parent"></div>`;
  }

  protected override firstUpdated() {
    this.#view = new EditorView({
      doc: this.text,
      parent: this.renderRoot.querySelector('#parent')!,
      root: this.renderRoot as ShadowRoot,
      extensions: [
        basicSetup,
        json(),
        syntaxHighlighting(highlightStyle),
        theme,
        lintGutter(),
        autocompletion({ override: [complete] }),
        describeHovered,
        EditorView.contentAttributes.of({ 'aria-label': 'Manifest, as JSON', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged) return;
          const text = state.doc.toString();
          if (text === this.text) return;
          this.text = text;
          this.dispatchEvent(new Event('input'));
        }),
      ],
    });
  }

  protected override updated(changed: PropertyValues<this>) {
    const view = this.#view!;
    if (changed.has('text') && this.text !== view.state.doc.toString())
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: this.text } });
    if (changed.has('notes') || changed.has('text')) this.#underline(view);
  }

  /** Underlines what the notes speak of; notes of an earlier text may reach past the end of this one. */
  #underline(view: EditorView) {
    const end = view.state.doc.length;
    const diagnostics = this.notes
      .filter(({ to }) => to <= end)
      .map(({ from, to, severity, path, message }) => ({
        ...{ from, to, severity },
        message: path ? `${path}: ${message}` : message,
      }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  /** Puts the cursor, and the focus, on a part of the text. */
  select(from: number, to: number) {
    this.#view?.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    this.#view?.focus();
  }
}
customElements.define('playground-manifest-editor', ManifestEditor);
