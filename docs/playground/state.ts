/** What a link to the playground shares. */
export interface PlaygroundState {
  /** The manifest's text, as in the editor. */
  readonly text: string;
  readonly view: View;
  /** BCP 47 tag of the previewed page. */
  readonly language: string;
  readonly direction: Direction;
  readonly theme: Theme;
  readonly width: Width;
  /** Whether the visitor has pressed OK on an earlier visit. */
  readonly isReturning: boolean;
  /** The revision for which the visitor pressed OK; empty for that of the manifest. */
  readonly answeredRevision: string;
}

/** What the preview shows: the page with its notice, the details over it, or the policy page. */
export const views = { notice: 'Notice', details: 'Details', policy: 'Policy page' } as const;
export type View = keyof typeof views;

export const directions = { auto: 'As the language has it', ltr: 'Left to right', rtl: 'Right to left' } as const;
export type Direction = keyof typeof directions;

export const themes = { light: 'Light', dark: 'Dark' } as const;
export type Theme = keyof typeof themes;

/** Widths of the preview, in CSS pixels where they are numbers. */
export const widths = { full: 'All there is', '320': '320 px', '390': '390 px', '768': '768 px' } as const;
export type Width = keyof typeof widths;

const choices = { view: views, direction: directions, theme: themes, width: widths };

/** Turns a state into the fragment of a link, compressed, without `#`. */
export async function encodeState(state: PlaygroundState): Promise<string> {
  const bytes = await pipeThrough(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(JSON.stringify(state)),
  );
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Reads the state from a link's fragment. Whatever is not a known value keeps its default.
 * @param fragment - without `#`
 * @returns undefined where the fragment is not a state
 */
export async function decodeState(fragment: string, defaults: PlaygroundState): Promise<PlaygroundState | undefined> {
  if (!/^[\w-]{8,}$/.test(fragment)) return undefined;
  try {
    const binary = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await pipeThrough(new DecompressionStream('deflate-raw'), bytes));
    return readState(JSON.parse(json), defaults);
  } catch {
    return undefined; // an anchor, or half of a link
  }
}

function readState(value: unknown, defaults: PlaygroundState): PlaygroundState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const isKnown = ([key, part]: [string, unknown]): boolean =>
    Object.hasOwn(choices, key)
      ? typeof part === 'string' && Object.hasOwn(choices[key as keyof typeof choices], part)
      : Object.hasOwn(defaults, key) && typeof part === typeof defaults[key as keyof PlaygroundState];
  return { ...defaults, ...Object.fromEntries(Object.entries(value).filter(isKnown)) };
}

async function pipeThrough(stream: GenericTransformStream, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}
