import type { Entry, Image, Variant } from '../model';
import { mapConcurrently } from '../base/mapConcurrently';
import { checkPicture } from './pictures/checkPicture';
import type { Problem, Reason } from './problems';
import type { ArchiveReading } from './archiveReading';
import type { ArchiveSource, FileFacts } from './archiveSource';

/** Entries whose images are looked up at a time. */
const MAX_CONCURRENT_ENTRIES = 16;

/** A file of an archive, and why it must not be shown as an image. */
interface ImageFile {
  readonly facts: FileFacts;
  readonly refused?: Reason;
}

/**
 * Looks up and checks the files of all images inside the archive, each file once, and reports the missing ones and those
 * that must not be shown. Such an image counts as missing.
 *
 * @throws {CancelledError}
 */
export async function findImages(
  entries: readonly Entry[],
  reading: ArchiveReading,
): Promise<readonly Entry[]> {
  const lookups = new Map<string, Promise<ImageFile | undefined>>();
  const fileAt = (path: string): Promise<ImageFile | undefined> => {
    const lookup = lookups.get(path) ?? checkedFile(reading.source, path);
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
  fileAt: (path: string) => Promise<ImageFile | undefined>,
  variant: Variant,
  image: Image,
  problems: Problem[],
): Promise<Image> {
  if (image.state === 'remote') return image;
  const file = image.path === undefined ? undefined : await fileAt(image.path);
  if (file !== undefined && file.refused === undefined) return { ...image, state: 'present', ...file.facts };
  const position = { document: variant.source.document, line: image.line };
  if (file?.refused !== undefined) {
    const args = [image.target, file.refused];
    problems.push({ kind: 'imageRefused', severity: 'warning', ...position, args });
    return image;
  }
  const kind = image.path === undefined ? 'imageOutside' : 'missingImage';
  problems.push({ kind, severity: 'warning', ...position, args: [image.target] });
  return image;
}

async function checkedFile(source: ArchiveSource, path: string): Promise<ImageFile | undefined> {
  const facts = await source.fileAt(path);
  if (facts === undefined) return undefined;
  const refused = await cachedCheck(source, path, facts);
  return refused === undefined ? { facts } : { facts, refused };
}

/** Verdicts on files by location, size and time: an archive is read again whenever one of its documents changes. */
const verdicts = new Map<string, Reason | undefined>();
const MAX_VERDICTS = 5_000;

async function cachedCheck(
  source: ArchiveSource,
  path: string,
  { bytes, modified }: FileFacts,
): Promise<Reason | undefined> {
  if (modified === undefined) return checkPicture(source, path, bytes);
  const key = `${source.locate(path)}\n${String(bytes)}\n${String(modified)}`;
  if (verdicts.has(key)) return verdicts.get(key);
  const refused = await checkPicture(source, path, bytes);
  if (verdicts.size >= MAX_VERDICTS) verdicts.clear();
  verdicts.set(key, refused);
  return refused;
}
