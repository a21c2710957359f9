import { normalisePackageName, type ProjectVersion, type Requirement } from './projectVersion';
import { parseRange } from './specifiers';
import {
  allParsed,
  compareLower,
  compareUpper,
  formatRange,
  isEmpty,
  isWithin,
  onlyVersion,
  overlap,
  type Bound,
  type VersionRange,
} from './versionRange';

/** Alternatives of one requirement; each is compared with every entry. */
const MAX_ALTERNATIVES = 20;

/**
 * What PEP 440 specifiers require of a package, one text per alternative: a pinned version if they allow only one.
 * `undefined` if the name or the specifiers are not valid.
 */
export function requirementOf(name: string, alternatives: readonly string[]): ProjectVersion | undefined {
  const packageName = normalisePackageName(name);
  if (packageName === undefined || alternatives.length > MAX_ALTERNATIVES) return undefined;
  const allows = allParsed(alternatives.map(parseRange));
  if (allows === undefined) return undefined;
  const [pinned] = allows.length === 1 ? allows.map(onlyVersion) : [];
  return pinned === undefined
    ? { package: packageName, origin: 'required', allows }
    : { package: packageName, version: pinned, origin: 'pinned' };
}

/**
 * The ranges that a project may install from, one per alternative of a requirement; an exact version is a range of one.
 * `undefined` if the version cannot be parsed.
 */
export function allowedRanges(version: ProjectVersion): readonly VersionRange[] | undefined {
  return version.origin === 'required' ? version.allows : allParsed([parseRange(`==${version.version}`)]);
}

/** Whether a requirement, or an exact version, allows the exact version `other` of the same package. */
export function allowsVersion(required: ProjectVersion, other: ProjectVersion): boolean {
  const exact = allowedRanges(other);
  if (exact === undefined) return false;
  const ranges = allowedRanges(required) ?? [];
  return exact.every((version) => ranges.some((allowed) => isWithin(version, allowed)));
}

/** Whether a requirement excludes any versions; one that does not says nothing. */
export function excludesVersions(version: ProjectVersion): boolean {
  return (
    version.origin !== 'required' ||
    version.allows.every(({ lower, upper }) => (lower ?? upper) !== undefined)
  );
}

/** The start of all that a requirement allows; `undefined` if it has no lower bound. */
export function lowestBound({ allows }: Requirement): Bound | undefined {
  return allows
    .map(({ lower }) => lower)
    .reduce((one, other) => (compareLower(one, other) <= 0 ? one : other));
}

/** The end of all that a requirement allows; `undefined` if it has no upper bound. */
export function highestBound({ allows }: Requirement): Bound | undefined {
  return allows
    .map(({ upper }) => upper)
    .reduce((one, other) => (compareUpper(one, other) >= 0 ? one : other));
}

/** An exact version as it is, and a requirement as specifiers, such as `<2` or `>=1.4,<1.5 || >=2.0`. */
export function formatVersion(version: ProjectVersion): string {
  return version.origin === 'required' ? version.allows.map(formatRange).join(' || ') : version.version;
}

/**
 * A version as far as a constraint on the same package allows it. A constraint that contradicts it is ignored: both may
 * have environment markers, which are not evaluated.
 */
export function constrain(version: ProjectVersion, constraint: ProjectVersion): ProjectVersion {
  if (version.origin !== 'required') return version;
  if (constraint.origin !== 'required') return allowsVersion(version, constraint) ? constraint : version;
  const allows = version.allows
    .flatMap((one) => constraint.allows.map((other) => overlap(one, other)))
    .filter((range) => !isEmpty(range))
    .slice(0, MAX_ALTERNATIVES);
  return allows.length === 0 ? version : { ...version, allows };
}
