/** A category as a manifest has it. */
export interface ReadCategory {
  /** `essential`, or an id of `categories`. */
  readonly id: string;
  /** Its label, as written; undefined for `essential`. */
  readonly label?: string;
  /** Whether it is a name that the field knows, in any of the languages: `Strictly necessary`, `Statistik`. */
  readonly known: boolean;
}

/** Reads a category as headings, captions and cells name it. */
export function readCategory(text: string): ReadCategory {
  return /essential|necessary/i.test(text) ? { id: 'essential', known: true } : { id: 'other', label: text, known: false };
}
