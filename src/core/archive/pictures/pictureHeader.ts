/** The size of a raster image in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The formats that a page draws and whose size is read here, by their file signatures. */
type Format = 'png' | 'gif' | 'jpeg' | 'webp' | 'bmp' | 'avif';

/** What the beginning of an image says. */
export interface PictureHeader {
  readonly format: Format;
  /** Absent where it is not within these bytes, or where they are damaged. */
  readonly size?: PixelSize;
}

/**
 * Reads the header of a raster image; `undefined` for bytes of none of the formats.
 *
 * @param bytes the beginning of the file, or all of it
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = formatOf(bytes);
  if (format === undefined) return undefined;
  const size = READERS[format](view);
  return size === undefined ? { format } : { format, size };
}

function formatOf(bytes: Uint8Array): Format | undefined {
  const text = latin(bytes, 0, 16);
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'webp';
  if (text.startsWith('BM')) return 'bmp';
  return /^[^]{4}ftyp(?:avif|avis|mif1|msf1|heic)/.test(text) ? 'avif' : undefined;
}

const READERS: Readonly<Record<Format, (view: DataView) => PixelSize | undefined>> = {
  // https://www.w3.org/TR/png-3/#11IHDR
  png: (view) => sizeAt(view, 24, () => [view.getUint32(16), view.getUint32(20)]),
  gif: gifSize,
  jpeg: jpegSize,
  webp: webpSize,
  bmp: (view) => sizeAt(view, 26, () => [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))]),
  avif: avifSize,
};

/** The size that `read` finds, where there are at least `length` bytes. */
function sizeAt(
  view: DataView,
  length: number,
  read: () => readonly [number, number],
): PixelSize | undefined {
  if (view.byteLength < length) return undefined;
  const [width, height] = read();
  return { width, height };
}

/** The larger of the logical screen and the first frame: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function gifSize(view: DataView): PixelSize | undefined {
  const screen = sizeAt(view, 10, () => [view.getUint16(6, true), view.getUint16(8, true)]);
  const frame = firstGifFrame(view);
  if (screen === undefined || frame === undefined) return screen;
  return { width: Math.max(screen.width, frame.width), height: Math.max(screen.height, frame.height) };
}

function firstGifFrame(view: DataView): PixelSize | undefined {
  if (view.byteLength < 13) return undefined;
  const flags = view.getUint8(10);
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  while (at + 9 <= view.byteLength) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      const start = at;
      const right = view.getUint16(start + 1, true) + view.getUint16(start + 5, true);
      return { width: right, height: view.getUint16(start + 3, true) + view.getUint16(start + 7, true) };
    }
    if (block !== 0x21) return undefined;
    at += 2;
    for (; at < view.byteLength && view.getUint8(at) !== 0; ) at += 1 + view.getUint8(at);
    at += 1;
  }
  return undefined;
}

/** Walks the segments to the start of frame: ITU-T T.81, annex B. */
function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      // Fill bytes and markers without a segment.
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 30) return undefined;
  const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (chunk === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00;
}

/** The largest of the spatial extents in the header: ISO/IEC 23008-12, 6.5.3. */
function avifSize(view: DataView): PixelSize | undefined {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let size: PixelSize | undefined;
  for (let at = bytes.indexOf(0x69); at !== -1 && at + 16 <= bytes.length; at = bytes.indexOf(0x69, at + 1)) {
    if (latin(bytes, at, 4) !== 'ispe') continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    size = { width: Math.max(width, size?.width ?? 0), height: Math.max(height, size?.height ?? 0) };
  }
  return size;
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
