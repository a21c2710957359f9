import { inflateSync } from 'node:zlib';

interface Png {
  readonly width: number;
  readonly height: number;
  /** How many pixels have each opaque colour, as `#rrggbb`. */
  readonly colours: ReadonlyMap<string, number>;
}

/** Bytes of a pixel: red, green, blue, opacity. */
const BYTES = 4;

/** Reads a picture with eight bits for each of red, green, blue and opacity, and no interlacing (PNG, third edition). */
export function readPng(file: Buffer): Png {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (!file.subarray(24, 29).equals(Buffer.from([8, 6, 0, 0, 0]))) throw new Error('Another kind of PNG.');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width, height);
  const colours = new Map<string, number>();
  for (let at = 0; at < pixels.length; at += BYTES) {
    if (pixels[at + 3] !== 255) continue;
    const colour = `#${pixels.toString('hex', at, at + 3)}`;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  return { width, height, colours };
}

/** Each line begins with how it is told from its neighbours: left, above, and above to the left. */
function unfiltered(data: Buffer, width: number, height: number): Buffer {
  const size = width * BYTES;
  const pixels = Buffer.alloc(size * height);
  for (let line = 0; line < height; line += 1) {
    const filter = data[line * (size + 1)] ?? 0;
    for (let at = 0; at < size; at += 1) {
      const here = line * size + at;
      const left = at < BYTES ? 0 : (pixels[here - BYTES] ?? 0);
      const above = line === 0 ? 0 : (pixels[here - size] ?? 0);
      const corner = at < BYTES || line === 0 ? 0 : (pixels[here - size - BYTES] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      pixels[here] = ((data[line * (size + 1) + 1 + at] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

/** Of three neighbours the one nearest to `left + above - corner`. */
function nearest(left: number, above: number, corner: number): number {
  const wanted = left + above - corner;
  const [fromLeft, fromAbove, fromCorner] = [left, above, corner].map((value) => Math.abs(wanted - value));
  if (fromLeft! <= fromAbove! && fromLeft! <= fromCorner!) return left;
  return fromAbove! <= fromCorner! ? above : corner;
}
