/** Opens a dialog as a modal one. Where a page is only simulated there may be none, and it opens in its place. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.showModal) dialog.showModal();
  else dialog.open = true;
}

/** Closes a dialog, which tells of it. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (dialog.close) dialog.close();
  else if (dialog.open) {
    dialog.open = false;
    dialog.dispatchEvent(new Event('close'));
  }
}
