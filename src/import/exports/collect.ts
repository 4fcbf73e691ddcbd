import type { FoundCookie, Remark, Source } from '../found.js';

/** An object of some of the fields, each of which may be undefined. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What is gathered while a file is read. */
export interface Collection {
  add(cookie: Loose<Omit<FoundCookie, 'at' | 'name'>> & Pick<FoundCookie, 'at' | 'name'>): void;
  remark(kind: Remark['kind'], at: string, message: string, written?: string): void;
  /** All of it, with what is known of the whole. */
  source(about?: Loose<Pick<Source, 'language' | 'site'>>): Source;
}

/** Starts an empty collection. */
export function collect(): Collection {
  const cookies: FoundCookie[] = [];
  const remarks: Remark[] = [];
  return {
    add: (cookie) => void cookies.push(defined(cookie) as FoundCookie),
    remark: (kind, at, message, written) =>
      void remarks.push({ at, message, kind, ...(written && { written: shorten(written) }) }),
    source: (about = {}) => ({ cookies, remarks, ...(defined(about) as Pick<Source, 'language' | 'site'>) }),
  };
}

/** The object without the fields that are undefined. */
const defined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** What is quoted in a remark: enough to find it again, and no more. */
export const shorten = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, most)}…` : text);
