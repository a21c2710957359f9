import type { ProjectVersion } from './projectVersion';
import { allowedRanges } from './requirementRanges';
import { parseRange } from './specifiers';
import { toPep440Specifiers } from './versionConstraint';
import { allParsed, isBefore, isWithin, type VersionRange } from './versionRange';

/** Which version an entry is for, seen from a project: the same as the project's, an older one, or a newer one. */
export type VersionRelation = 'same' | 'older' | 'newer';

/**
 * How the version that an entry was written for relates to a project's. `entryVersion` is either a series (`1.4`, `v2`,
 * `2.x`, `2.0.36`), which contains every version that starts with it, pre-releases included, or specifiers (`>=2.0`,
 * `^2`, `2.0+`).
 *
 * A requirement allows a range of versions, and the result holds for all of them: `same` when the whole range lies in
 * the series, `older` when it lies above the series, `newer` when it lies below. Otherwise, and when either version
 * cannot be parsed, `undefined`.
 */
export function compareVersions(
  entryVersion: string,
  projectVersion: ProjectVersion,
): VersionRelation | undefined {
  const series = parseEntryVersion(entryVersion);
  const allowed = allowedRanges(projectVersion);
  if (series === undefined || allowed === undefined) return undefined;
  const [relation, ...others] = new Set(allowed.map((range) => relationOf(series, range)));
  return others.length === 0 ? relation : undefined;
}

/** The version ranges an entry is for; `undefined` if any part of the text cannot be parsed. */
export function parseEntryVersion(entryVersion: string): readonly VersionRange[] | undefined {
  const constraint = entryVersion.trim().replace(/^([^+\s]+)\+$/, '>=$1');
  return allParsed(toPep440Specifiers(constraint, 'entry')?.map(parseRange));
}

function relationOf(series: readonly VersionRange[], allowed: VersionRange): VersionRelation | undefined {
  if (series.some((range) => isWithin(allowed, range))) return 'same';
  if (series.every((range) => isBefore(range, allowed))) return 'older';
  if (series.every((range) => isBefore(allowed, range))) return 'newer';
  return undefined;
}
