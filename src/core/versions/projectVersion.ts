import { compare, explain, valid } from '@renovatebot/pep440';

/**
 * Where a project's version of a package comes from: a metadata folder in site-packages, a lock file, a `==`
 * requirement, or any other requirement.
 */
export type VersionOrigin = 'installed' | 'locked' | 'pinned' | 'required';

/** A project's version of one package. */
export interface ProjectVersion {
  /** The distribution's name, normalised as in PEP 503. */
  readonly package: string;
  /** The exact version in PEP 440's normal form; of a requirement, the lowest it allows: `2.0` for `>=2.0,<3`. */
  readonly version: string;
  readonly origin: VersionOrigin;
  /** What a requirement allows, as PEP 440 specifiers: one text per alternative. */
  readonly allows?: readonly string[];
  /** Path of the file that states the version; absent for an installed package. */
  readonly file?: string;
}

/** A project's versions by normalised package name. */
export type ProjectVersions = ReadonlyMap<string, ProjectVersion>;

const NAME = /^[A-Z\d](?:[A-Z\d._-]*[A-Z\d])?$/i;

/**
 * A distribution's name in normal form; `undefined` if it is not a valid name.
 * https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function normalisePackageName(name: string): string | undefined {
  return NAME.test(name) ? name.replace(/[-_.]+/g, '-').toLowerCase() : undefined;
}

/**
 * A version in PEP 440's normal form; `undefined` if it is not a valid version, or has numbers that exceed
 * `Number.MAX_SAFE_INTEGER`.
 */
export function normaliseVersion(text: string): string | undefined {
  const parts = explain(text.trim());
  // Larger numbers would be normalised to other ones, or to `1e+21`.
  if (parts === null || !parts.release.every(Number.isSafeInteger) || valid(parts.public) === null)
    return undefined;
  return parts.local === null ? parts.public : `${parts.public}+${parts.local}`;
}

/** A package at an exact version; `undefined` if the name or the version is not a valid one. */
export function exactVersion(
  name: unknown,
  version: unknown,
  origin: VersionOrigin,
): ProjectVersion | undefined {
  if (typeof name !== 'string' || typeof version !== 'string') return undefined;
  const normalName = normalisePackageName(name);
  const normalVersion = normaliseVersion(version);
  if (normalName === undefined || normalVersion === undefined) return undefined;
  return { package: normalName, version: normalVersion, origin };
}

/**
 * One version per package, in order of first mention. A file may list several, for different Pythons, platforms or
 * extras: exact versions take precedence over requirements, then the highest, which is what a new environment gets.
 */
export function highestPerPackage(versions: Iterable<ProjectVersion | undefined>): readonly ProjectVersion[] {
  const best = new Map<string, ProjectVersion>();
  for (const version of versions) {
    if (version === undefined) continue;
    const other = best.get(version.package);
    if (other === undefined || isBetter(version, other)) best.set(version.package, version);
  }
  return [...best.values()];
}

function isBetter(one: ProjectVersion, other: ProjectVersion): boolean {
  const isExact = one.origin !== 'required';
  const isOtherExact = other.origin !== 'required';
  return isExact === isOtherExact ? compare(one.version, other.version) > 0 : isExact;
}
