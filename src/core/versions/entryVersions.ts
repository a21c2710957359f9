import type { VersionNote } from '../model';
import { compareVersions, isOlderMajor, type Relation } from './compareVersions';
import { packageName, type ProjectVersion } from './projectVersion';

/** What a project has, by package, as `nearestOfEach` finds it. */
export type ProjectVersions = ReadonlyMap<string, ProjectVersion>;

/** What an entry says of one package's version, beside what the reader's project has. */
export interface VersionComparison {
  /** As the entry names it. */
  readonly package: string;
  /** The versions that the entry is for: `1.4`, or `1.4, 2.0`; empty where it names none. */
  readonly noted: string;
  /** Whether they were read from links, not declared. */
  readonly inferred: boolean;
  /** The project's version, or the lowest that it allows; absent where nothing is there to compare. */
  readonly have?: string;
  /** Whether `have` is the lowest of all that a requirement allows. */
  readonly isRequirement: boolean;
  /** What the entry is for, seen from the project; `undefined` where that cannot be told. */
  readonly relation: Relation | undefined;
}

/**
 * An entry's versions beside a project's: one comparison for each package, those that may differ first. Of a package
 * that the entry notes several versions of, only what fits the project is named, where something does.
 */
export function compareEntryVersions(
  notes: readonly VersionNote[],
  versions: ProjectVersions,
): readonly VersionComparison[] {
  const compared = byPackage(notes).map((own) => comparisonOf(own, versions));
  return [...compared.filter(mayDiffer), ...compared.filter((comparison) => !mayDiffer(comparison))];
}

/** Whether an entry is for an older major version of some package than a project has, and for no later one of it. */
export function isForOlderMajor(notes: readonly VersionNote[], versions: ProjectVersions): boolean {
  return byPackage(notes).some(({ key, own }) => {
    const have = versions.get(key);
    return have !== undefined && own.every(({ version }) => isOlderMajor(version, have));
  });
}

/** Items for an older major version than the project has go below the others; both keep their order. */
export function withOlderBelow<T>(
  items: readonly T[],
  notesOf: (item: T) => readonly VersionNote[],
  versions: ProjectVersions,
): readonly T[] {
  const isOlder = items.map((item) => isForOlderMajor(notesOf(item), versions));
  return [...items.filter((_item, at) => isOlder[at] === false), ...items.filter((_item, at) => isOlder[at])];
}

/** Whether the project has a version of which it is not certain that the entry is for it. */
function mayDiffer({ have, relation }: VersionComparison): boolean {
  return have !== undefined && relation !== 'same';
}

interface PackageNotes {
  readonly key: string;
  readonly name: string;
  readonly own: VersionNote[];
}

function byPackage(notes: readonly VersionNote[]): readonly PackageNotes[] {
  const found = new Map<string, PackageNotes>();
  for (const note of notes) {
    const key = packageName(note.package) ?? note.package;
    const known = found.get(key);
    if (known === undefined) found.set(key, { key, name: note.package, own: [note] });
    else known.own.push(note);
  }
  return [...found.values()];
}

function comparisonOf({ key, name, own }: PackageNotes, versions: ProjectVersions): VersionComparison {
  const have = versions.get(key);
  const related = own.map((note) => ({ note, relation: have && compareVersions(note.version, have) }));
  const same = related.filter(({ relation }) => relation === 'same');
  const told = same.length > 0 ? same : related;
  const relations = new Set(told.map(({ relation }) => relation));
  const noted = [...new Set(told.map(({ note }) => note.version).filter(Boolean))];
  return {
    package: name,
    noted: noted.join(', '),
    inferred: told.every(({ note }) => note.from === 'inferred'),
    ...(have !== undefined && noted.length > 0 && { have: have.version }),
    isRequirement: have?.from === 'required',
    relation: relations.size === 1 ? told[0]?.relation : undefined,
  };
}
