/** Where the notice stands. */
export type Placement = 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'inline';

/** The element that shows notice and details, as far as the page deals with it. */
export interface NoticeElement extends HTMLElement {
  /** The manifest as a value; comes before what the markup names. */
  manifest?: object | null;
  /** Resolves when what was asked of it is shown. */
  readonly updateComplete: Promise<unknown>;
  /** Shows the notice. */
  show(): Promise<void>;
  /** Closes notice and details; stores nothing. */
  hide(): Promise<void>;
  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back
   */
  showDetails(opener?: HTMLElement): Promise<void>;
}
