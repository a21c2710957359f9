import { groupBy } from '../base/grouping';
import type { VersionNote } from '../model';
import { compareVersions, type VersionRelation } from './compareVersions';
import { normalisePackageName, type ProjectVersion, type ProjectVersions } from './projectVersion';
import { formatVersion } from './requirementRanges';

/** The versions of one package that an entry is for, compared with the project's. */
export interface VersionComparison {
  /** The package as the entry names it. */
  readonly package: string;
  /** `1.4`, or `1.4, 2.0`; empty if the entry names none. */
  readonly entryVersions: string;
  /** Whether the entry's versions were inferred from links rather than declared. */
  readonly isInferred: boolean;
  /** The project's version, or what it requires, such as `>=2.0,<3`; absent if there is nothing to compare. */
  readonly projectVersion?: string;
  /** Whether `projectVersion` is what the project requires, since its version is not known. */
  readonly isRequirement: boolean;
  /** `undefined` if it cannot be determined, or differs between the entry's versions. */
  readonly relation: VersionRelation | undefined;
}

/**
 * Compares an entry's versions with a project's, one comparison per package, those that may differ first. If an entry
 * notes several versions of a package and some match the project, only the matching ones are listed.
 */
export function compareEntryVersions(
  notes: readonly VersionNote[],
  projectVersions: ProjectVersions,
): readonly VersionComparison[] {
  const comparisons = [...groupNotesByPackage(notes)].map(([key, packageNotes]) =>
    comparePackage(packageNotes, projectVersions.get(key)),
  );
  return [...comparisons.filter(mayDiffer), ...comparisons.filter((comparison) => !mayDiffer(comparison))];
}

/** Notes by normalised package name, or by the name as written if it is not a valid one. */
export function groupNotesByPackage(
  notes: readonly VersionNote[],
): ReadonlyMap<string, readonly VersionNote[]> {
  return groupBy(notes, (note) => normalisePackageName(note.package) ?? note.package);
}

/** Whether there is a project version that the entry is not certainly for. */
function mayDiffer({ projectVersion, relation }: VersionComparison): boolean {
  return projectVersion !== undefined && relation !== 'same';
}

function comparePackage(
  notes: readonly VersionNote[],
  projectVersion: ProjectVersion | undefined,
): VersionComparison {
  const compared = notes.map((note) => ({
    note,
    relation: projectVersion && compareVersions(note.version, projectVersion),
  }));
  const matching = compared.filter(({ relation }) => relation === 'same');
  const listed = matching.length > 0 ? matching : compared;
  const relations = new Set(listed.map(({ relation }) => relation));
  const versions = [...new Set(listed.map(({ note }) => note.version).filter(Boolean))];
  return {
    package: notes[0]?.package ?? '',
    entryVersions: versions.join(', '),
    isInferred: listed.every(({ note }) => note.from === 'inferred'),
    ...(projectVersion !== undefined &&
      versions.length > 0 && { projectVersion: formatVersion(projectVersion) }),
    isRequirement: projectVersion?.origin === 'required',
    relation: relations.size === 1 ? listed[0]?.relation : undefined,
  };
}
