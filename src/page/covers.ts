import { blocked, isAround } from './around.js';

/** How often a notice that has to wait looks whether it may show, in milliseconds. */
const retryDelay = 200;

/** Lists the document and the open shadow roots in it. */
function* listRoots(root: Document | ShadowRoot = document): Generator<Document | ShadowRoot> {
  yield root;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* listRoots(shadowRoot);
}

/** Returns whether an element has a box in the window, and is painted. */
function isSeen(element: Element): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return (
    width > 0 &&
    height > 0 &&
    isInWindow &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

/** Returns whether an element or one in it is seen: a dialog's own box may be empty, and a closed one lie beside the window. */
const hasSeenPart = (element: Element): boolean => [element, ...element.querySelectorAll('*')].some(isSeen);

/** Lists what says that a modal dialog is open: such a dialog, or that the page's content is blocked. */
function listModalSigns(root: Document | ShadowRoot): Element[] {
  const dialogs = `[aria-modal=true]:not(${blocked}, ${blocked} *)`;
  const content = `${blocked}:is(main, :has(main, h1))`;
  return [
    ...root.querySelectorAll(':modal:not(:root)'),
    ...[...root.querySelectorAll(`${dialogs}, ${content}`)].filter(hasSeenPart),
  ];
}

/** Returns whether a modal dialog of any kind is open beside the notice, which nobody could answer then. */
export const isBesideModal = (notice: Element): boolean =>
  [...listRoots()].flatMap(listModalSigns).some((modal) => !isAround(notice, (at) => at === modal));

/** Returns whether an element is in a part of the page that is inert, or hidden from assistive technology. */
export const isBlocked = (element: Element): boolean => isAround(element, (at) => at.matches(blocked));

/** Waits until the notice could be answered, or has gone. */
export async function untilUncovered(notice: Element): Promise<void> {
  while (notice.isConnected && (isBlocked(notice) || isBesideModal(notice)))
    await new Promise((resolve) => setTimeout(resolve, retryDelay));
}
