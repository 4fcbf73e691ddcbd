import type { PlaygroundState } from './state.js';

/** What the preview's page, `public/preview.js`, is told. */
export interface PreviewSettings extends Pick<
  PlaygroundState,
  'view' | 'language' | 'theme' | 'isReturning' | 'answeredRevision'
> {
  readonly direction: 'ltr' | 'rtl';
  /** The manifest as it is written, problems included. */
  readonly manifest: unknown;
}

/** What the preview's page tells: that it waits for settings, and that it shows what they ask for. */
export type PreviewMessage = 'preview-ready' | 'preview-shown';
