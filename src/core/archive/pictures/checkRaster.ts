import type { Reason } from '../problems';
import { readPictureHeader, type PictureHeader, type PixelSize } from './pictureHeader';

/** Pixels of one side, and of the whole image: as a bitmap, the largest takes 400 MB. */
const MAX_SIDE = 16_384;
const MAX_PIXELS = 100_000_000;
const MEGAPIXEL = 1_000_000;

/** Why a raster image must not be drawn, from its beginning. Bytes of no known format are not drawn by a page. */
export function checkRaster(bytes: Uint8Array): Reason | undefined {
  return checkHeader(readPictureHeader(bytes));
}

/** Why an image with that header must not be drawn. */
export function checkHeader(header: PictureHeader | undefined): Reason | undefined {
  if (header === undefined) return undefined;
  const { size } = header;
  if (size === undefined) return { why: 'imageDamaged' };
  return isTooLarge(size) ? tooManyPixels(size) : undefined;
}

function isTooLarge({ width, height }: PixelSize): boolean {
  return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS;
}

function tooManyPixels({ width, height }: PixelSize): Reason {
  const limits = [String(MAX_SIDE), String(MAX_PIXELS / MEGAPIXEL)];
  return { why: 'imagePixels', args: [String(width), String(height), ...limits] };
}
