import { uniqueId, withArchiveId } from '../archive/distinctArchives';
import type { LogFailure } from '../archive/archiveReading';
import type { ArchiveSource, MaybeYield } from '../archive/archiveSource';
import type { Problem } from '../archive/problems';
import type { Archive } from '../archive/readArchive';
import type { ArchiveId, Entry } from '../model';
import type { IndexFactory } from '../search/searchIndex';
import { TUNING, type Tuning } from '../search/tuning';
import { IndexedLibrary } from './indexedLibrary';
import type { Library, LocatedProblem } from './library';
import { indexEntries } from './libraryIndexes';
import type { SourceReading } from './sourceReading';

export interface LibraryOptions {
  readonly createIndex: IndexFactory;
  /** Without it, opening the library blocks the thread. */
  readonly maybeYield?: MaybeYield;
  /** Weights of the search; the bench turns some off to measure what they bring. */
  readonly tuning?: Tuning;
  readonly logFailure?: LogFailure;
}

/** Indexes what has been read so far, in the order of the sources. */
export async function buildLibrary(
  readings: readonly SourceReading[],
  { createIndex, maybeYield, tuning = TUNING, logFailure }: LibraryOptions,
): Promise<Library> {
  const { archives, sourceOf, problems } = collect(readings);
  const locate = (archive: ArchiveId, document: string): string =>
    sourceOf.get(archive)?.locate(document) ?? document;
  const failed = new Set<Entry>();
  const indexes = await indexEntries(
    archives.flatMap(({ entries }) => entries),
    {
      createIndex,
      tuning,
      maybeYield,
      onFailure(entry, error) {
        const { document, startLine: line } = entry.source;
        const location = locate(entry.archive, document);
        logFailure?.(location, error);
        if (failed.has(entry)) return;
        failed.add(entry);
        problems.push({ kind: 'internalError', severity: 'error', document, line, args: [], location });
      },
    },
  );
  return new IndexedLibrary({ archives, problems, locate }, indexes, maybeYield);
}

/**
 * The archives that are read, each with an id of its own. Ids follow the order of the sources, whichever is read first: one
 * that is being read counts by the name of its folder.
 */
function collect(readings: readonly SourceReading[]) {
  const archives: Archive[] = [];
  const sourceOf = new Map<ArchiveId, ArchiveSource>();
  const problems: LocatedProblem[] = [];
  const taken = new Set<ArchiveId>();
  for (const { source: unopened, outcome, wantedId } of readings) {
    const locateIn =
      (source: ArchiveSource) =>
      (problem: Problem): LocatedProblem => ({
        ...problem,
        location: problem.document === undefined ? source.location : source.locate(problem.document),
      });
    if (outcome !== undefined && 'problem' in outcome) {
      problems.push({ ...outcome.problem, location: unopened.location });
      if (outcome.problem.kind !== 'readingCancelled') continue;
    }
    const id = uniqueId(wantedId, taken);
    taken.add(id);
    if (outcome === undefined || 'problem' in outcome) continue;
    const { source } = outcome;
    const isFile = source.isFile === true;
    const archive =
      id === outcome.archive.id ? outcome.archive : withArchiveId(outcome.archive, id, { isFile });
    archives.push(archive);
    sourceOf.set(id, source);
    for (const problem of archive.problems) problems.push(locateIn(source)(problem));
  }
  return { archives, sourceOf, problems };
}
