import { compare, explain, validRange, type Pep440Version } from '@renovatebot/pep440';
import { parse } from '@renovatebot/pep440/lib/specifier.js';
import { normaliseVersion } from './projectVersion';

/** Versions between two bounds; a side without a bound is open. Bounds are in PEP 440's normal form. */
export interface VersionRange {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

interface Bound {
  readonly version: string;
  readonly isIncluded: boolean;
}

/**
 * The range that PEP 440 specifiers such as `>=2.0,<3` allow; without specifiers, all versions. `!=` is ignored, since
 * an excluded version moves no bound. `undefined` if the specifiers are not valid.
 */
export function parseRange(specifiers: string): VersionRange | undefined {
  const terms = specifiers.split(',').filter((term) => term.trim() !== '');
  if (!validRange(terms.join(','))) return undefined;
  let range: VersionRange = {};
  for (const { operator, version, prefix } of parse(terms.join(','))) {
    const allowed = rangeOfSpecifier(operator, version, prefix === '.*');
    if (allowed === undefined) return undefined;
    const lower = [range.lower, allowed.lower].filter(isBound).sort(compareLower).at(-1);
    const upper = [range.upper, allowed.upper].filter(isBound).sort(compareUpper).at(0);
    range = { ...(lower && { lower }), ...(upper && { upper }) };
  }
  return range;
}

/** The ranges, unless one of them could not be parsed. */
export function allParsed(
  ranges: readonly (VersionRange | undefined)[] | undefined,
): readonly VersionRange[] | undefined {
  return ranges?.every((range) => range !== undefined) === true ? ranges : undefined;
}

/** The release that begins the next series, counting up the last number of `release`: `2.1` for `2.0`. */
export function nextRelease(release: readonly number[], epoch: number): string {
  const next = [...release.slice(0, -1), (release.at(-1) ?? 0) + 1].join('.');
  return epoch === 0 ? next : `${String(epoch)}!${next}`;
}

/** Whether every version of `one` is lower than every version of `other`. */
export function isBefore(one: VersionRange, other: VersionRange): boolean {
  if (one.upper === undefined || other.lower === undefined) return false;
  const order = compare(one.upper.version, other.lower.version);
  return order < 0 || (order === 0 && !(one.upper.isIncluded && other.lower.isIncluded));
}

/** Whether `outer` contains every version of `inner`. */
export function isWithin(inner: VersionRange, outer: VersionRange): boolean {
  const isAboveLower =
    outer.lower === undefined || (inner.lower !== undefined && compareLower(inner.lower, outer.lower) >= 0);
  const isBelowUpper =
    outer.upper === undefined || (inner.upper !== undefined && compareUpper(inner.upper, outer.upper) <= 0);
  return isAboveLower && isBelowUpper;
}

/** The version of a range that contains exactly one. */
export function onlyVersion({ lower, upper }: VersionRange): string | undefined {
  return lower?.isIncluded === true && upper?.isIncluded === true && lower.version === upper.version
    ? lower.version
    : undefined;
}

/** https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers */
function rangeOfSpecifier(
  operator: string,
  text: string | undefined,
  isPrefixMatch: boolean,
): VersionRange | undefined {
  const version = normaliseVersion(text ?? '');
  const parts = explain(version);
  if (version === undefined || parts === null) return undefined;
  const { release, epoch } = parts;
  const inclusive = { version, isIncluded: true };
  switch (operator) {
    case '==':
    case '===':
      return isPrefixMatch
        ? { lower: seriesStart(parts.base_version), upper: seriesEnd(nextRelease(release, epoch)) }
        : { lower: inclusive, upper: inclusive };
    case '~=':
      return { lower: inclusive, upper: seriesEnd(nextRelease(release.slice(0, -1), epoch)) };
    case '>=':
      return { lower: inclusive };
    case '>':
      return { lower: { version, isIncluded: false } };
    case '<=':
      return { upper: inclusive };
    case '<':
      return { upper: exclusiveUpper(parts) };
    default:
      return {};
  }
}

/** A series starts with its first pre-release, so that 2.1.0b1 is in 2.1. */
function seriesStart(version: string): Bound {
  return { version: `${version}.dev0`, isIncluded: true };
}

/** A series ends before the first pre-release of the next one. */
function seriesEnd(nextVersion: string): Bound {
  return { version: `${nextVersion}.dev0`, isIncluded: false };
}

/** `<2.0` excludes the pre-releases of 2.0 as well, unless it names one. */
function exclusiveUpper(version: Pep440Version): Bound {
  return version.is_prerelease ? { version: version.public, isIncluded: false } : seriesEnd(version.public);
}

function isBound(bound: Bound | undefined): bound is Bound {
  return bound !== undefined;
}

function compareLower(one: Bound, other: Bound): number {
  return compare(one.version, other.version) || Number(other.isIncluded) - Number(one.isIncluded);
}

function compareUpper(one: Bound, other: Bound): number {
  return compare(one.version, other.version) || Number(one.isIncluded) - Number(other.isIncluded);
}
