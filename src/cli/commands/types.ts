import type { Context } from '../options.js';
import { Trouble } from '../problem.js';

export async function types(_args: readonly string[], _context: Context): Promise<number> {
  throw new Trouble('not built yet');
}
