/**
 * The only code of the tests that knows what is inside the element's shadow root. Its functions take the element, so they serve tests
 * in the browser and, passed to `locator.evaluate`, end-to-end tests: so each stands alone, without calling another or using a constant.
 */

/** A row of the details, as it is shown. */
export interface Row {
  readonly name: string;
  readonly purpose: string;
  readonly duration: string;
  readonly provider: string;
  /** The cell "on this device". */
  readonly here: string;
}

/** Selectors for Playwright, whose CSS goes through open shadow roots. */
export const selectors = {
  element: 'cookie-manifest',
  notice: 'cookie-manifest section[part=notice]',
  text: 'cookie-manifest p[part=text]',
  link: 'cookie-manifest a[part=link]',
  ok: 'cookie-manifest button[part=ok]',
  openDetails: 'cookie-manifest button[part=open-details]',
  dialog: 'cookie-manifest dialog[part=details]',
  close: 'cookie-manifest dialog button[part=close]',
  filter: 'cookie-manifest dialog input[type=search]',
  row: 'cookie-manifest dialog tbody tr:has(th[scope=row])',
} as const;

export const noticeOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLElement>('section[part=notice]') ?? null;
export const textOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('p[part=text]') ?? null;
export const linkOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLAnchorElement>('a[part=link]') ?? null;
export const okOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('button[part=ok]') ?? null;
export const detailsButtonOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('button[part=open-details]') ?? null;
export const dialogOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLDialogElement>('dialog[part=details]') ?? null;
export const closeOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('dialog button[part=close]') ?? null;
export const filterOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLInputElement>('dialog input[type=search]') ?? null;
/** The buttons in the details beside the closing one: after a failed load, the one that tries again. */
export const retryOf = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('dialog button:not([part=close])') ?? null;
/** Links in the details: policy, privacy, contacts, providers. */
export const detailsLinksOf = (element: Element) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('dialog a') ?? []),
];
/** What has the focus inside the element. */
export const focusOf = (element: Element) => element.shadowRoot?.activeElement ?? null;

/** What the notice says, without its buttons; null while none is rendered. */
export const noticeText = (element: Element) =>
  element.shadowRoot?.querySelector('p[part=text]')?.textContent.replace(/\s+/g, ' ').trim() ?? null;

/** The name under which assistive technology finds the notice. */
export const noticeLabel = (element: Element) =>
  element.shadowRoot?.querySelector('section[part=notice]')?.getAttribute('aria-label') ?? null;

/** The rows of the details, in the order shown. */
export const rowsOf = (element: Element): Row[] => {
  const text = (node: Element | null | undefined) => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const rows = element.shadowRoot?.querySelectorAll('dialog tbody tr:has(th[scope=row])') ?? [];
  return [...rows].map((row) => {
    return {
      name: text(row.querySelector('th[scope=row] code')),
      purpose: text(row.closest('details')?.querySelector('summary > span')),
      duration: text(row.querySelector('td[part~=duration]')),
      provider: text(row.querySelector('td[part~=provider]')),
      here: text(row.querySelector('td[part~=here]')),
    };
  });
};

/** The headings of the details' categories, in the order shown, without how many cookies they have. */
export const categoriesOf = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('dialog [part=category] > h3') ?? [])].map((heading) =>
    [...heading.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent)
      .join('')
      .trim(),
  );

/** How many elements are rendered inside the shadow root, nested ones included. */
export const renderedIn = (element: Element): number => element.shadowRoot?.querySelectorAll('*').length ?? 0;

/** Whether the notice is painted: it has a box, and lies on top at its middle. */
export const isNoticeShown = (element: Element): boolean => {
  const box = element.shadowRoot?.querySelector('section[part=notice]')?.getBoundingClientRect();
  if (!box || !box.width || !box.height) return false;
  return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === element;
};

/** Declares as many session cookies: entries of a manifest. */
export const declareCookies = (count: number): { name: string; purpose: string; duration: 'session' }[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `cookie-${index}`,
    purpose: 'Keeps you signed in.',
    duration: 'session',
  }));
