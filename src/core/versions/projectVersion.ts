import { explain, valid } from '@renovatebot/pep440';
import type { VersionRange } from './versionRange';

/** A package at one version: a metadata folder in site-packages, a lock file, or a `==` requirement. */
export interface ExactVersion {
  /** The distribution's name, normalised as in PEP 503. */
  readonly package: string;
  /** In PEP 440's normal form. */
  readonly version: string;
  readonly origin: 'installed' | 'locked' | 'pinned';
  /** Path of the file that states the version; absent for an installed package. */
  readonly file?: string;
}

/** What a project may install of a package; its own version is not known. */
export interface Requirement {
  /** The distribution's name, normalised as in PEP 503. */
  readonly package: string;
  readonly origin: 'required';
  /** The versions that are allowed: one range per alternative, at least one. A range may have no bounds at all. */
  readonly allows: readonly VersionRange[];
  /** Path of the file that states the requirement. */
  readonly file?: string;
}

/** What is known of a project's version of one package. */
export type ProjectVersion = ExactVersion | Requirement;

/** A project's versions by normalised package name. */
export type ProjectVersions = ReadonlyMap<string, ProjectVersion>;

/** In characters: longer texts are no names or versions. */
const MAX_NAME_LENGTH = 200;
const MAX_VERSION_LENGTH = 100;
const NAME = /^[A-Z\d](?:[A-Z\d._-]*[A-Z\d])?$/i;

/**
 * A distribution's name in normal form; `undefined` if it is not a valid name.
 * https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function normalisePackageName(name: string): string | undefined {
  return name.length <= MAX_NAME_LENGTH && NAME.test(name)
    ? name.replace(/[-_.]+/g, '-').toLowerCase()
    : undefined;
}

/**
 * A version in PEP 440's normal form; `undefined` if it is not a valid version, or has numbers that exceed
 * `Number.MAX_SAFE_INTEGER`.
 */
export function normaliseVersion(text: string): string | undefined {
  if (text.length > MAX_VERSION_LENGTH) return undefined;
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
  origin: ExactVersion['origin'],
): ExactVersion | undefined {
  if (typeof name !== 'string' || typeof version !== 'string') return undefined;
  const normalName = normalisePackageName(name);
  const normalVersion = normaliseVersion(version);
  if (normalName === undefined || normalVersion === undefined) return undefined;
  return { package: normalName, version: normalVersion, origin };
}
