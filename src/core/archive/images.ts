import type { Entry, Image, Variant } from '../model';
import { mapConcurrently } from '../base/mapConcurrently';
import type { ArchiveReading } from './archiveReading';
import type { ArchiveSource, FileFacts } from './archiveSource';
import type { Problem } from './problems';

/** Entries whose images are looked up at a time. */
const MAX_CONCURRENT_ENTRIES = 16;

/**
 * Looks up the files of all images inside the archive, each file once, and reports missing ones.
 *
 * @throws {CancelledError}
 */
export async function findImages(
  entries: readonly Entry[],
  reading: ArchiveReading,
): Promise<readonly Entry[]> {
  const lookups = new Map<string, Promise<FileFacts | undefined>>();
  const fileAt = (path: string): Promise<FileFacts | undefined> => {
    const lookup = lookups.get(path) ?? reading.source.fileAt(path);
    lookups.set(path, lookup);
    return lookup;
  };
  const withFiles = async <T extends Variant>(variant: T): Promise<T> => {
    if (variant.images.length === 0) return variant;
    await reading.pause();
    const { document, startLine: line } = variant.source;
    const find = async (): Promise<T> => {
      const images: Image[] = [];
      for (const image of variant.images) {
        images.push(await withFile(fileAt, variant, image, reading.problems));
      }
      return { ...variant, images };
    };
    return reading.containAsync({ document, line }, find, variant);
  };
  return mapConcurrently(entries, MAX_CONCURRENT_ENTRIES, async (entry) => ({
    ...(await withFiles(entry)),
    translations: await mapConcurrently(entry.translations, 1, withFiles),
  }));
}

async function withFile(
  fileAt: ArchiveSource['fileAt'],
  variant: Variant,
  image: Image,
  problems: Problem[],
): Promise<Image> {
  if (image.state === 'remote') return image;
  const file = image.path === undefined ? undefined : await fileAt(image.path);
  if (file !== undefined) return { ...image, state: 'present', ...file };
  const kind = image.path === undefined ? 'imageOutside' : 'missingImage';
  const position = { document: variant.source.document, line: image.line };
  problems.push({ kind, severity: 'warning', ...position, args: [image.target] });
  return image;
}
