import { parseDocument, type ParsedDocument } from '../parse/parseDocument';
import { recurringTitles } from '../parse/templates';
import type { ArchiveReading } from './archiveReading';
import { isSourceError, reasonOf, type SourceListing } from './archiveSource';
import { withAuthorNames } from './authorNames';
import { placeDocuments, type DocumentPlace } from './documentPlaces';
import { MANIFEST_NAME, NO_MANIFEST, readManifest, type Manifest } from './manifest';
import type { LoadedDocument } from './translations';

/** Documents that are read at a time: a file system has few handles, and answers others meanwhile. */
const MAX_CONCURRENT_READS = 12;
/** UTF-16 units of all documents of an archive, which are held while it is read. */
const MAX_TEXT = 32_000_000;

/** Reads `archive.json`. Where it cannot be read, the archive says nothing about itself. */
export async function loadManifest(reading: ArchiveReading): Promise<Manifest> {
  const text = await readOrReport(reading, MANIFEST_NAME);
  if (text === undefined) return NO_MANIFEST;
  const read = reading.contain({ document: MANIFEST_NAME }, () => readManifest(text), undefined);
  reading.problems.push(...(read?.problems ?? []));
  return read?.manifest ?? NO_MANIFEST;
}

/**
 * Reads and parses the documents. What cannot be read or parsed is a problem of that document.
 *
 * @throws {CancelledError}
 */
export async function loadDocuments(
  reading: ArchiveReading,
  listing: SourceListing,
  manifest: Manifest,
): Promise<readonly LoadedDocument[]> {
  const texts = await readTexts(reading, listing.documents);
  const noPlaces: ReadonlyMap<string, DocumentPlace> = new Map();
  const noTitles: ReadonlySet<string> = new Set();
  const shared = {
    isArchive: listing.manifest,
    ...(manifest.language === undefined ? {} : { language: manifest.language }),
    ...(manifest.shape === undefined ? {} : { layout: manifest.shape }),
    recurring: reading.contain({}, () => recurringTitles(texts), noTitles),
  };
  const places = reading.contain({}, () => placeDocuments(texts, manifest.language), noPlaces);
  const loaded: LoadedDocument[] = [];
  for (const [path, text] of texts) {
    const place = places.get(path) ?? { path };
    const parse = (): ParsedDocument => {
      const parsed = parseDocument(path, text, { ...shared, place });
      const entries = parsed.entries.map((entry) => withAuthorNames(entry, manifest.authors ?? 'names'));
      return { ...parsed, entries };
    };
    const parsed = reading.contain({ document: path }, parse, undefined);
    // Entries hold what they need of it.
    texts.delete(path);
    if (parsed !== undefined) {
      for (const problem of parsed.problems) reading.problems.push(problem);
      loaded.push({ path, place, parsed });
    }
    await reading.pause();
  }
  return loaded;
}

/** The texts of the documents that can be read, by path, up to `MAX_TEXT`. */
async function readTexts(reading: ArchiveReading, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let size = 0;
  for (let start = 0; start < paths.length; start += MAX_CONCURRENT_READS) {
    await reading.pause();
    reading.options.onProgress?.({ found: paths.length, read: start });
    const batch = paths.slice(start, start + MAX_CONCURRENT_READS);
    const read = await Promise.all(batch.map((path) => readOrReport(reading, path)));
    for (const [at, path] of batch.entries()) {
      const text = read[at];
      if (text === undefined) continue;
      size += text.length;
      if (size > MAX_TEXT) {
        const skipped = String(paths.length - start - at);
        const args = [String(MAX_TEXT / 1_000_000), skipped];
        reading.problems.push({ kind: 'tooMuchText', severity: 'warning', args });
        return texts;
      }
      texts.set(path, text);
    }
  }
  reading.options.onProgress?.({ found: paths.length, read: paths.length });
  return texts;
}

function readOrReport(reading: ArchiveReading, path: string): Promise<string | undefined> {
  return reading.containAsync(
    { document: path },
    async () => {
      try {
        return await reading.source.read(path);
      } catch (error) {
        if (!isSourceError(error)) throw error;
        const reason = reasonOf(error);
        const isTooLarge = typeof reason !== 'string' && reason.why === 'tooLarge';
        reading.problems.push(
          isTooLarge
            ? { kind: 'tooLarge', severity: 'warning', document: path, args: reason.args ?? [] }
            : { kind: 'unreadable', severity: 'error', document: path, args: [reason] },
        );
        return undefined;
      }
    },
    undefined,
  );
}
