/** Why a command could not do what it was asked to. What it says is for whoever typed it; it needs no stack. */
export class Trouble extends Error {}
Trouble.prototype.name = 'Trouble';

/** The first line of what another program or library says went wrong, without colours. */
export const saying = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\u001b\[\d+m/g, '')
    .split('\n')[0]!
    .trim();
