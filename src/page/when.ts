/** Resolves when the document has been read to its end; at once on a server. */
export async function domReady(): Promise<void> {
  if (globalThis.document?.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}

/** Calls back when the browser has nothing better to do; WebKit cannot tell, so there it is soon. */
export const whenIdle = (callback: () => void): void => void (globalThis.requestIdleCallback ?? setTimeout)(callback);
