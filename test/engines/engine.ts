/** What the suite asks of a browser: the little that all three can be told to do, by whatever protocol each has. */

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: string | undefined;
  /** Seconds since 1970; undefined for a session's. */
  readonly expires: number | undefined;
}

export type Key = 'Tab' | 'Enter' | 'Escape' | ' ';

/** What not every engine can be told to do. A test that needs one is skipped where it is missing. */
export type Feature = 'setViewport' | 'emulateMedia';

export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs an expression in the page, waits for what it promises, and gives that as JSON does. */
  run(expression: string): Promise<unknown>;
  /** A press of the mouse's first button, in CSS pixels of the window. */
  click(x: number, y: number): Promise<void>;
  press(key: Key, held?: 'Shift'): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** A picture of the window, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Needs `setViewport`. In CSS pixels. */
  setViewport(width: number, height: number): Promise<void>;
  /** Needs `emulateMedia`. */
  emulateMedia(feature: 'prefers-color-scheme' | 'prefers-reduced-motion', value: string): Promise<void>;
  /** All cookies of the page that is open, those that scripts do not see too. */
  cookies(): Promise<readonly Cookie[]>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: EngineName;
  readonly features: ReadonlySet<Feature>;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}
