import type { ArchiveId, Entry, Titled } from '../model';
import { archiveId } from './archiveIds';
import { ArchiveReading, type ReadArchiveOptions } from './archiveReading';
import type { ArchiveSource } from './archiveSource';
import { withInferredAnswers, withMentions } from './entryFacts';
import { identifyEntries } from './identifyEntries';
import { findImages } from './images';
import { loadDocuments, loadManifest } from './loadDocuments';
import { NO_MANIFEST } from './manifest';
import { otherFileProblems } from './otherFiles';
import type { Problem } from './problems';
import { pairTranslations, unpaired } from './translations';

/** One source of entries, after reading. */
export interface Archive extends Titled {
  readonly id: ArchiveId;
  readonly description?: string;
  readonly web?: string;
  /** The address for corrections, with placeholders: see `corrections.ts`. */
  readonly corrections?: string;
  readonly location: string;
  /** The folder that paths of its files are relative to. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a whole archive. Documents that cannot be read are reported as problems, as are those that an error of ours keeps
 * from being read; the rest is kept.
 *
 * @throws {SourceError} when the source itself cannot be read.
 * @throws {CancelledError}
 */
export async function readArchive(source: ArchiveSource, options: ReadArchiveOptions = {}): Promise<Archive> {
  const reading = new ArchiveReading(source, options);
  const { problems } = reading;
  const listing = await source.list({
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: (found) => options.onProgress?.({ found, read: 0 }),
  });
  const manifest = listing.manifest ? await loadManifest(reading) : NO_MANIFEST;
  const id = archiveId(manifest.id ?? source.name);
  const documents = await loadDocuments(reading, listing, manifest);
  problems.push(...(listing.problems ?? []), ...otherFileProblems(listing));
  const paired = reading.contain({}, () => pairTranslations(documents, problems), unpaired(documents));
  const identified = identifyEntries(id, paired, problems);
  const answered = await withInferredAnswers(identified, reading);
  const mentioning = await withMentions(answered, reading);
  const entries = await findImages(mentioning, reading);
  return {
    id,
    title: source.title ?? manifest.title ?? source.name,
    titles: source.title === undefined ? manifest.titles : {},
    ...(manifest.description === undefined ? {} : { description: manifest.description }),
    ...(manifest.web === undefined ? {} : { web: manifest.web }),
    ...(manifest.corrections === undefined ? {} : { corrections: manifest.corrections }),
    location: source.location,
    root: source.root,
    entries,
    problems: problems.sort(compareLocations),
  };
}

function compareLocations(a: Problem, b: Problem): number {
  return (a.document ?? '').localeCompare(b.document ?? '') || (a.line ?? 0) - (b.line ?? 0);
}
