import type { ProjectVersion } from './projectVersion';
import { allParsed, isWithin, parseRange, type VersionRange } from './versionRange';

/** Whether a requirement, or an exact version, allows the exact version `other` of the same package. */
export function allowsVersion(required: ProjectVersion, other: ProjectVersion): boolean {
  const exact = parseRange(`==${other.version}`);
  if (exact === undefined) return false;
  return allowedRanges(required)?.some((allowed) => isWithin(exact, allowed)) ?? false;
}

/**
 * The ranges that a project may install from, one per alternative of a requirement; an exact version is a range of one.
 * `undefined` if any of them cannot be parsed.
 */
export function allowedRanges({
  version,
  origin,
  allows,
}: ProjectVersion): readonly VersionRange[] | undefined {
  if (origin !== 'required') return allParsed([parseRange(`==${version}`)]);
  return allParsed((allows ?? [`>=${version}`]).map(parseRange));
}
