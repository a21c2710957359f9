import { explain } from '@renovatebot/pep440';
import { specifiersOf } from './poetryConstraint';
import type { ProjectVersion } from './projectVersion';
import { isBefore, isWithin, rangeOf, type VersionRange } from './versionRange';

/** What an answer is for, seen from a project: what it has, an older version, or a newer one. */
export type Relation = 'same' | 'older' | 'newer';

/**
 * How the version an answer was written for relates to what a project has. `noted` is a series (`1.4`, `v2`, `2.x`,
 * `2.0.36`), which has every version that begins with it, pre-releases included; or specifiers (`>=2.0`, `^2`, `2.0+`).
 *
 * Of a project that only states a requirement, that is said only which holds for every version allowed: `same` when
 * all of them lie in the series, `older` when the lowest is beyond it, `newer` when an upper bound excludes it.
 * Otherwise, and where a text is no version, `undefined`.
 */
export function compareVersions(noted: string, have: ProjectVersion): Relation | undefined {
  const series = seriesOf(noted);
  const allowed = rangesOf(have);
  if (series === undefined || allowed === undefined) return undefined;
  const [relation, ...others] = new Set(allowed.map((range) => relationOf(series, range)));
  return others.length === 0 ? relation : undefined;
}

/**
 * Whether an answer was written for an older major version than a project has or, by its requirement, will have. The
 * major version is the first number of a release, after its epoch, also for 0.x: a new minor version of FastAPI breaks
 * little, and an answer for 0.95 should not be called outdated for 0.115. `false` where a text is no version.
 */
export function isOlderMajor(noted: string, have: ProjectVersion): boolean {
  const series = seriesOf(noted);
  const parts = explain(have.version);
  const [major] = parts?.release ?? [];
  if (series === undefined || parts === null || major === undefined) return false;
  const first = rangeOf(`==${String(parts.epoch)}!${String(major)}.*`);
  return first !== undefined && series.every((range) => isBefore(range, first));
}

/** Whether a requirement, or an exact version, allows the exact version `other` of the same package. */
export function allowsVersion(required: ProjectVersion, other: ProjectVersion): boolean {
  const exact = rangeOf(`==${other.version}`);
  return exact !== undefined && (rangesOf(required)?.some((allowed) => isWithin(exact, allowed)) ?? false);
}

/** `undefined` where something in the text is not understood. */
function seriesOf(noted: string): readonly VersionRange[] | undefined {
  const text = noted.trim().replace(/^([^+\s]+)\+$/, '>=$1');
  return known(specifiersOf(text, 'series')?.map(rangeOf));
}

function rangesOf({ version, from, allows }: ProjectVersion): readonly VersionRange[] | undefined {
  if (from !== 'required') return known([rangeOf(`==${version}`)]);
  return known((allows ?? [`>=${version}`]).map(rangeOf));
}

function known(
  ranges: readonly (VersionRange | undefined)[] | undefined,
): readonly VersionRange[] | undefined {
  return ranges?.every((range) => range !== undefined) === true ? ranges : undefined;
}

function relationOf(series: readonly VersionRange[], have: VersionRange): Relation | undefined {
  if (series.some((range) => isWithin(have, range))) return 'same';
  if (series.every((range) => isBefore(range, have))) return 'older';
  if (series.every((range) => isBefore(have, range))) return 'newer';
  return undefined;
}
