import { warn } from '../../manifest/warn.js';
import { getState } from '../../page/state.js';
import { whenIdle } from '../../page/when.js';
import type { CookieManifestElement } from './cookie-manifest.component.js';
import type { NoticeInteraction } from './notice-interaction.js';

/** Loads what the visitor may do with the notice: once, and not before the notice is painted or something is asked of it. */
export class InteractionLoader {
  readonly #host: CookieManifestElement;
  #interaction: Promise<NoticeInteraction> | undefined;

  constructor(host: CookieManifestElement) {
    this.#host = host;
  }

  /** Acts once that is loaded. Where it cannot be had, the notice gives way: nobody could answer it. */
  async act(act: (interaction: NoticeInteraction) => unknown): Promise<void> {
    try {
      await this.perform(act);
    } catch (reason) {
      warn('the notice cannot be answered', reason);
      void this.#host.hide();
    }
  }

  /**
   * Acts once that is loaded; the next act tries again where it cannot be had.
   * @throws {Error} where it cannot be had
   */
  async perform(act: (interaction: NoticeInteraction) => unknown): Promise<void> {
    this.#interaction ??= this.#load();
    try {
      await act(await this.#interaction);
    } catch (reason) {
      this.#interaction = undefined;
      throw reason;
    }
  }

  /** Gets ready what the visitor may do next. A first visitor may well open the details. */
  prepare(): void {
    const isFirstVisit = getState().preferences.status === 'unset';
    void this.act((interaction) => isFirstVisit && whenIdle(() => interaction.warmDetails()));
  }

  async #load(): Promise<NoticeInteraction> {
    const { NoticeInteraction } = await import('./notice-interaction.js');
    return new NoticeInteraction(this.#host);
  }
}
