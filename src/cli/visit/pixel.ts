/**
 * Whether an image is one that nobody sees: of one pixel, or of no content at all. GIF89a (section 18), PNG (section 11.2.1) and
 * WebP's lossy form tell their size at the beginning.
 */
export function isPixel(image: Buffer): boolean {
  if (!image.length) return true;
  const size = sizeOf(image);
  return !!size && size.every((side) => side <= 1);
}

function sizeOf(image: Buffer): readonly [number, number] | undefined {
  if (image.length >= 10 && image.toString('latin1', 0, 3) === 'GIF')
    return [image.readUInt16LE(6), image.readUInt16LE(8)];
  if (image.length >= 24 && image.readUInt32BE(0) === 0x89504e47)
    return [image.readUInt32BE(16), image.readUInt32BE(20)];
  if (image.length >= 30 && image.toString('latin1', 8, 16) === 'WEBPVP8 ')
    return [image.readUInt16LE(26) & 0x3fff, image.readUInt16LE(28) & 0x3fff];
  return undefined;
}
