import { compare, explain, validRange, type Pep440Version } from '@renovatebot/pep440';
import { parse } from '@renovatebot/pep440/lib/specifier.js';
import { normalVersion } from './projectVersion';

/** Versions between two bounds; without a bound, all to that side. Both are in PEP 440's normal form. */
export interface VersionRange {
  readonly from?: Bound;
  readonly to?: Bound;
}

interface Bound {
  readonly version: string;
  readonly included: boolean;
}

/**
 * The versions that PEP 440 specifiers allow, such as `>=2.0,<3`; without any, all. `!=` is left out: a hole moves no
 * bound. `undefined` when they are not valid.
 */
export function rangeOf(specifiers: string): VersionRange | undefined {
  const terms = specifiers.split(',').filter((term) => term.trim() !== '');
  if (!validRange(terms.join(','))) return undefined;
  let range: VersionRange = {};
  for (const { operator, version, prefix } of parse(terms.join(','))) {
    const allowed = rangeOfTerm(operator, version, prefix === '.*');
    if (allowed === undefined) return undefined;
    const from = [range.from, allowed.from].filter(isBound).sort(byStart).at(-1);
    const to = [range.to, allowed.to].filter(isBound).sort(byEnd).at(0);
    range = { ...(from && { from }), ...(to && { to }) };
  }
  return range;
}

/** Where the next series begins: `2.1` after `2.0`, counting the last of `release`. */
export function nextOf(release: readonly number[], epoch: number): string {
  const next = [...release.slice(0, -1), (release.at(-1) ?? 0) + 1].join('.');
  return epoch === 0 ? next : `${String(epoch)}!${next}`;
}

/** Whether every version of `one` is lower than every version of `other`. */
export function isBefore(one: VersionRange, other: VersionRange): boolean {
  if (one.to === undefined || other.from === undefined) return false;
  const order = compare(one.to.version, other.from.version);
  return order < 0 || (order === 0 && !(one.to.included && other.from.included));
}

/** Whether `other` has every version of `one`. */
export function isWithin(one: VersionRange, other: VersionRange): boolean {
  const begins = other.from === undefined || (one.from !== undefined && byStart(one.from, other.from) >= 0);
  const ends = other.to === undefined || (one.to !== undefined && byEnd(one.to, other.to) <= 0);
  return begins && ends;
}

/** The only version of a range that has only one. */
export function onlyVersion({ from, to }: VersionRange): string | undefined {
  return from?.included === true && to?.included === true && from.version === to.version
    ? from.version
    : undefined;
}

/** https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers */
function rangeOfTerm(
  operator: string,
  text: string | undefined,
  isPrefix: boolean,
): VersionRange | undefined {
  const version = normalVersion(text ?? '');
  const parts = explain(version);
  if (version === undefined || parts === null) return undefined;
  const { release, epoch } = parts;
  const at = { version, included: true };
  switch (operator) {
    case '==':
    case '===':
      return isPrefix
        ? { from: first(parts.base_version), to: end(nextOf(release, epoch)) }
        : { from: at, to: at };
    case '~=':
      return { from: at, to: end(nextOf(release.slice(0, -1), epoch)) };
    case '>=':
      return { from: at };
    case '>':
      return { from: { version, included: false } };
    case '<=':
      return { to: at };
    case '<':
      return { to: beforePreReleasesOf(parts) };
    default:
      return {};
  }
}

/** A series begins with its first pre-release, so that 2.1.0b1 is in 2.1. */
function first(version: string): Bound {
  return { version: `${version}.dev0`, included: true };
}

function end(version: string): Bound {
  return { version: `${version}.dev0`, included: false };
}

/** `<2.0` leaves out the pre-releases of 2.0 too, unless it names one. */
function beforePreReleasesOf(version: Pep440Version): Bound {
  return version.is_prerelease ? { version: version.public, included: false } : end(version.public);
}

function isBound(bound: Bound | undefined): bound is Bound {
  return bound !== undefined;
}

function byStart(one: Bound, other: Bound): number {
  return compare(one.version, other.version) || Number(other.included) - Number(one.included);
}

function byEnd(one: Bound, other: Bound): number {
  return compare(one.version, other.version) || Number(one.included) - Number(other.included);
}
