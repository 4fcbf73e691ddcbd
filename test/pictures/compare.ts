/** Whether two pictures show the same, by eyes that do not mind how letters are smoothed. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How many pixels are made one before pictures are compared: how letters are smoothed vanishes, boxes and blocks of text stay. */
const side = 12;

function shrink({ width, data }: PNG, [columns, rows]: readonly [number, number]): PNG {
  const small = new PNG({ width: columns, height: rows });
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let dy = 0; dy < side; dy++)
          for (let dx = 0; dx < side; dx++) sum += data[((y * side + dy) * width + x * side + dx) * 4 + channel]!;
        small.data[(y * small.width + x) * 4 + channel] = sum / side ** 2;
      }
  return small;
}

export interface Comparison {
  /** The share of the picture that differs, 0 to 1; 1 where the sizes do, by more than rounding. */
  readonly share: number;
  /** Where they differ, as a picture; undefined where the sizes do. */
  readonly where: Buffer | undefined;
}

/** Compares two pictures, given as PNG files. */
export function compare(before: Buffer, now: Buffer): Comparison {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(now)];
  if (Math.max(Math.abs(a.width - b.width), Math.abs(a.height - b.height)) >= side)
    return { share: 1, where: undefined };
  const [width, height] = [
    Math.floor(Math.min(a.width, b.width) / side),
    Math.floor(Math.min(a.height, b.height) / side),
  ];
  const [smallA, smallB] = [shrink(a, [width, height]), shrink(b, [width, height])];
  const where = new PNG({ width, height });
  const differing = pixelmatch(smallA.data, smallB.data, where.data, width, height, {
    threshold: 0.1,
    includeAA: true,
  });
  return { share: differing / (width * height), where: PNG.sync.write(where) };
}
