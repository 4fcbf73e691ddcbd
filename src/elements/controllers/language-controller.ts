import type { LitElement, ReactiveController } from 'lit';
import { getDirection } from '../../locales/direction.js';
import { findLanguage } from '../../locales/language.js';
import { getMessages, loadMessages } from '../../locales/load.js';

/** Loads the texts of the language at the host's place in the page, and renders it anew when they have arrived. */
export class LanguageController implements ReactiveController {
  readonly #host: LitElement;
  readonly #load: (language: string) => Promise<unknown>;
  #observer: MutationObserver | undefined;
  #loaded: string | undefined;

  /** @param load - loads the texts of a language; default: those of the notice and the details */
  constructor(host: LitElement, load: (language: string) => Promise<unknown> = loadMessages) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#host.requestUpdate();
      this.load();
    });
    this.#observer.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.load();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Loads the texts of the language asked for now; those of the last call count. */
  load(): void {
    const { requested } = this;
    void this.#load(requested).then(() => {
      if (requested !== this.requested) return;
      this.#loaded = requested;
      this.#host.requestUpdate();
    });
  }

  /** The language that is asked for, which may not be the one that the texts are in. */
  get requested(): string {
    return findLanguage(this.#host);
  }

  /** The language whose texts have arrived last; undefined while none have. */
  get loaded(): string | undefined {
    return this.#loaded;
  }

  /** The texts to show. */
  get messages() {
    return getMessages(this.requested).messages;
  }

  /** The language that the texts are in. */
  get language(): string {
    return getMessages(this.requested).language;
  }

  get direction(): 'ltr' | 'rtl' {
    return getDirection(this.language);
  }
}
