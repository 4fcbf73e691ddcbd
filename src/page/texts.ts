import { findLanguage } from '../locales/language.js';
import { overrideMessages } from '../locales/load.js';
import type { Texts } from '../locales/types.js';
import { warn } from '../manifest/warn.js';
import { getState, setState, subscribe } from './state.js';

let applied = 0;

/** Takes the texts that the site has given since the last time. */
function applyTexts(): void {
  const { texts } = getState();
  if (applied === texts.length) return;
  for (const [language, given] of texts.slice(applied)) overrideMessages(language, given);
  applied = texts.length;
}

/** Follows the texts that the site gives, from now on. */
export function followTexts(): void {
  subscribe(applyTexts);
  applyTexts();
}

/** Takes the texts that are written inside an element: `<script type="application/json" data-texts lang="de">`. */
export function readTexts(element: Element): void {
  for (const script of element.querySelectorAll<HTMLElement>(':scope > [data-texts]'))
    try {
      const texts = JSON.parse(script.textContent) as Texts;
      setState({ texts: [...getState().texts, [script.lang || findLanguage(element), texts]] });
    } catch (reason) {
      warn('texts', reason);
    }
}
