import { isSourceError, type ArchiveSource } from '../archiveSource';
import type { Reason } from '../problems';
import { checkHeader, checkRaster } from './checkRaster';
import { checkSvg } from './checkSvg';
import { readPictureHeader } from './pictureHeader';

const MEGABYTE = 1024 * 1024;
/** Bytes of a raster image. */
const MAX_RASTER_BYTES = 64 * MEGABYTE;
/** Bytes of an SVG image, which is parsed as a whole. */
const MAX_SVG_BYTES = 2 * MEGABYTE;
/** Bytes that hold the headers of most images. */
const HEADER_BYTES = 4096;
/** Bytes within which the header of a JPEG must be: metadata such as a thumbnail comes first. */
const MAX_HEADER_BYTES = MEGABYTE;

/**
 * Why an image of the archive must not be given to a page, which may hang or run out of memory drawing it; `undefined` for
 * a safe one, and for one that cannot be read.
 *
 * @param path with the extension, by which a page tells SVG
 * @param bytes size of the file, where known
 */
export async function checkPicture(
  source: Pick<ArchiveSource, 'read' | 'readStart'>,
  path: string,
  bytes: number | undefined,
): Promise<Reason | undefined> {
  const isSvg = /\.svgz?$/i.test(path);
  const maxBytes = isSvg ? MAX_SVG_BYTES : MAX_RASTER_BYTES;
  if ((bytes ?? 0) > maxBytes) return { why: 'imageBytes', args: [String(maxBytes / MEGABYTE)] };
  if (isSvg) return checkSvgFile(source, path);
  const start = await source.readStart(path, HEADER_BYTES);
  const header = start === undefined ? undefined : readPictureHeader(start);
  if (start === undefined || header === undefined || header.size !== undefined || start.length < HEADER_BYTES)
    return checkHeader(header);
  const more = await source.readStart(path, MAX_HEADER_BYTES);
  return more === undefined ? undefined : checkRaster(more);
}

async function checkSvgFile(
  source: Pick<ArchiveSource, 'read'>,
  path: string,
): Promise<Reason | undefined> {
  try {
    const text = await source.read(path);
    return text.length > MAX_SVG_BYTES ? { why: 'svgSize' } : checkSvg(text);
  } catch (error) {
    if (isSourceError(error)) return { why: 'svgSyntax' };
    throw error;
  }
}
