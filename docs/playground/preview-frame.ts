import { css, html, LitElement, type PropertyValues } from 'lit';
import type { PreviewMessage, PreviewSettings } from './preview-settings.js';
import type { Width } from './state.js';

/** Shows a page with the notice in a frame. Each change of its settings loads the page anew, as a visit would. */
export class PreviewFrame extends LitElement {
  static override properties = { settings: { attribute: false }, width: { type: String }, base: { type: String } };

  static override styles = css`
    :host {
      display: block;
      overflow: auto;
    }

    iframe {
      box-sizing: border-box;
      display: block;
      width: 100%;
      height: 100%;
      border: 1px solid var(--vp-c-text-3);
      border-radius: 6px;
      background: var(--vp-c-bg);
    }
  `;

  /** What to show; undefined until there is a manifest. */
  declare settings: PreviewSettings | undefined;
  declare width: Width;
  /** The address that the site's files lie below. */
  declare base: string;

  constructor() {
    super();
    this.settings = undefined;
    this.width = 'full';
    this.base = '/';
  }

  get #frame(): HTMLIFrameElement {
    return this.renderRoot.querySelector('iframe')!;
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('message', this.#answer);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('message', this.#answer);
  }

  protected override render() {
    return html`<iframe title="Preview" loading="lazy" src="${this.base}preview.html"></iframe>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    this.#frame.style.width = this.width === 'full' ? '' : `${this.width}px`;
    if (changed.has('settings') && changed.get('settings')) this.reload();
  }

  /** Loads the previewed page anew. */
  reload() {
    // While it loads it may not take the focus, as the details do, from whoever is typing.
    this.#frame.inert = true;
    this.#frame.contentWindow?.location.reload();
  }

  #answer = ({ source, origin, data }: MessageEvent<PreviewMessage>) => {
    const frame = this.#frame;
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (data === 'preview-ready' && this.settings) frame.contentWindow?.postMessage(this.settings, origin);
    if (data === 'preview-shown') frame.inert = false;
  };
}
customElements.define('playground-preview-frame', PreviewFrame);
