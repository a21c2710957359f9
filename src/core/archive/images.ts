import type { Entry, Image, Variant } from '../model';
import { mapConcurrently } from '../base/mapConcurrently';
import type { Problem } from './problems';
import type { ArchiveSource, FileFacts } from './archiveSource';

/** Most files that the source is asked for at a time. */
const MOST_AT_ONCE = 16;

/** Asks the source for each image inside the archive, once for each file, and reports those that are not there. */
export async function findImages(
  source: ArchiveSource,
  entries: readonly Entry[],
  problems: Problem[],
): Promise<readonly Entry[]> {
  const asked = new Map<string, Promise<FileFacts | undefined>>();
  const fileAt = (path: string): Promise<FileFacts | undefined> => {
    const known = asked.get(path) ?? source.fileAt(path);
    asked.set(path, known);
    return known;
  };
  const find = async <T extends Variant>(variant: T): Promise<T> => {
    if (variant.images.length === 0) return variant;
    const images: Image[] = [];
    for (const image of variant.images) images.push(await findImage(fileAt, variant, image, problems));
    return { ...variant, images };
  };
  return mapConcurrently(entries, MOST_AT_ONCE, async (entry) => ({
    ...(await find(entry)),
    translations: await mapConcurrently(entry.translations, 1, find),
  }));
}

async function findImage(
  fileAt: ArchiveSource['fileAt'],
  variant: Variant,
  image: Image,
  problems: Problem[],
): Promise<Image> {
  if (image.state === 'remote') return image;
  const file = image.path === undefined ? undefined : await fileAt(image.path);
  if (file !== undefined) return { ...image, state: 'present', ...file };
  const kind = image.path === undefined ? 'imageOutside' : 'missingImage';
  const place = { document: variant.source.document, line: image.line };
  problems.push({ kind, severity: 'warning', ...place, args: [image.target] });
  return image;
}
