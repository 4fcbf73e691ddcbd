import { measure } from '../size/measure.js';

const number = new Intl.NumberFormat('en');

/** The rows of the README's table of costs, of the built files: visit, requests, bytes, bytes in brotli. */
export const sizeRows = (): string[][] =>
  measure().map(({ what, requests, raw, bytes, added }) => [
    what,
    ...[requests, raw, bytes].map((figure) => (added ? '+ ' : '') + number.format(figure)),
  ]);
