import { compare, explain } from '@renovatebot/pep440';

/** Versions between two bounds; a side without a bound is open. Bounds are in PEP 440's normal form. */
export interface VersionRange {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

export interface Bound {
  readonly version: string;
  readonly isIncluded: boolean;
}

/** Ends the bounds of series: nobody would name that version. */
const SERIES_BOUND = /\.dev0$/;

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

/** The versions that are in both ranges; `isEmpty` says whether there are none. */
export function overlap(one: VersionRange, other: VersionRange): VersionRange {
  const lower = compareLower(one.lower, other.lower) >= 0 ? one.lower : other.lower;
  const upper = compareUpper(one.upper, other.upper) <= 0 ? one.upper : other.upper;
  return { ...(lower && { lower }), ...(upper && { upper }) };
}

/** Whether the bounds of a range leave no version between them. */
export function isEmpty({ lower, upper }: VersionRange): boolean {
  return upper !== undefined && lower !== undefined && isBefore({ upper }, { lower });
}

/** Whether every version of `one` is lower than every version of `other`. */
export function isBefore(one: VersionRange, other: VersionRange): boolean {
  if (one.upper === undefined || other.lower === undefined) return false;
  const order = compare(one.upper.version, other.lower.version);
  return order < 0 || (order === 0 && !(one.upper.isIncluded && other.lower.isIncluded));
}

/** Whether `outer` contains every version of `inner`. */
export function isWithin(inner: VersionRange, outer: VersionRange): boolean {
  return compareLower(inner.lower, outer.lower) >= 0 && compareUpper(inner.upper, outer.upper) <= 0;
}

/** The version of a range that contains exactly one. */
export function onlyVersion({ lower, upper }: VersionRange): string | undefined {
  return lower?.isIncluded === true && upper?.isIncluded === true && lower.version === upper.version
    ? lower.version
    : undefined;
}

/** A range as specifiers, such as `>=2.0,<3`, `==1.4.*` or `2.0.36`; empty for all versions. */
export function formatRange(range: VersionRange): string {
  const { lower, upper } = range;
  const only = onlyVersion(range);
  if (only !== undefined) return only;
  const start = lower?.version.replace(SERIES_BOUND, '');
  const end = upper?.version.replace(SERIES_BOUND, '');
  const isSeries = start !== lower?.version && end !== upper?.version && upper?.isIncluded === false;
  if (isSeries && start !== undefined && end === nextOf(start)) return `==${start}.*`;
  return [
    ...(start === undefined ? [] : [`>${lower?.isIncluded === true ? '=' : ''}${start}`]),
    ...(end === undefined ? [] : [`<${upper?.isIncluded === true ? '=' : ''}${end}`]),
  ].join(',');
}

function nextOf(release: string): string | undefined {
  const parts = explain(release);
  return parts === null ? undefined : nextRelease(parts.release, parts.epoch);
}

/** Orders lower bounds; a range without one starts before all others. */
export function compareLower(one: Bound | undefined, other: Bound | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  return compare(one.version, other.version) || Number(other.isIncluded) - Number(one.isIncluded);
}

/** Orders upper bounds; a range without one ends after all others. */
export function compareUpper(one: Bound | undefined, other: Bound | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return compare(one.version, other.version) || Number(one.isIncluded) - Number(other.isIncluded);
}
