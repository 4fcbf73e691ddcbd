import type en from './en.js';
import type enDetails from './en-details.js';

/** Every text of a language. English has them in two files; the other languages in one each. */
export type Messages = typeof en & typeof enDetails;
