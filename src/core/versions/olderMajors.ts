import { explain } from '@renovatebot/pep440';
import type { VersionNote } from '../model';
import { groupNotesByPackage } from './compareEntryVersions';
import { parseEntryVersion } from './compareVersions';
import { normalisePackageName, type ProjectVersion, type ProjectVersions } from './projectVersion';
import { lowestBound } from './requirementRanges';
import { parseRange } from './specifiers';
import { isBefore, type VersionRange } from './versionRange';

/**
 * Moves items that are for an older major version than the project's behind the others; both keep their order.
 */
export function sortOlderMajorsLast<T>(
  items: readonly T[],
  notesOf: (item: T) => readonly VersionNote[],
  projectVersions: ProjectVersions,
): readonly T[] {
  const current: T[] = [];
  const outdated: T[] = [];
  for (const item of items) (isForOlderMajor(notesOf(item), projectVersions) ? outdated : current).push(item);
  return [...current, ...outdated];
}

/** The notes on the package that a symbol belongs to; a thread is not outdated for it by another package's version. */
export function notesOnPackageOf(symbol: string, notes: readonly VersionNote[]): readonly VersionNote[] {
  const name = normalisePackageName(symbol.split('.', 1)[0] ?? '');
  return name === undefined ? [] : (groupNotesByPackage(notes).get(name) ?? []);
}

/** Whether every version that an entry notes of some package is of an older major version than the project's. */
export function isForOlderMajor(notes: readonly VersionNote[], projectVersions: ProjectVersions): boolean {
  return [...groupNotesByPackage(notes)].some(([key, packageNotes]) => {
    const projectVersion = projectVersions.get(key);
    return (
      projectVersion !== undefined &&
      packageNotes.every(({ version }) => isOlderMajor(version, projectVersion))
    );
  });
}

/**
 * Whether an entry was written for an older major version than a project has or, by its requirement, will have. The
 * major version is the first number of a release, after its epoch, even for 0.x: a minor release of FastAPI breaks
 * little, so an answer for 0.95 is not outdated at 0.115. `false` when either version cannot be parsed, and for a
 * requirement without a lower bound.
 */
export function isOlderMajor(entryVersion: string, projectVersion: ProjectVersion): boolean {
  const ranges = parseEntryVersion(entryVersion);
  const lowest =
    projectVersion.origin === 'required' ? lowestBound(projectVersion)?.version : projectVersion.version;
  const majorSeries = majorSeriesOf(lowest);
  if (ranges === undefined || majorSeries === undefined) return false;
  return ranges.every((range) => isBefore(range, majorSeries));
}

function majorSeriesOf(version: string | undefined): VersionRange | undefined {
  const parts = explain(version);
  return parts === null ? undefined : parseRange(`==${String(parts.epoch)}!${String(parts.release[0])}.*`);
}
