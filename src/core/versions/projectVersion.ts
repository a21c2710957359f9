import { compare, explain, valid } from '@renovatebot/pep440';

/** How sure a version is: of a folder in site-packages, of a lock file, of a `==`, of any other requirement. */
export type VersionOrigin = 'installed' | 'locked' | 'pinned' | 'required';

/** What a project says of one package. */
export interface ProjectVersion {
  /** The distribution's name, normalised by PEP 503. */
  readonly package: string;
  /** The exact version in PEP 440's normal form; of a requirement, the lowest it allows: `2.0` for `>=2.0,<3`. */
  readonly version: string;
  readonly from: VersionOrigin;
  /** All that a requirement allows, each as PEP 440 specifiers; more than one where it names alternatives. */
  readonly allows?: readonly string[];
  /** The file that says so; absent of what is installed. */
  readonly file?: string;
}

const NAME = /^[A-Z\d](?:[A-Z\d._-]*[A-Z\d])?$/i;
const INSTALLED = /^(.+)\.(?:dist|egg)-info$/i;
/** What setuptools appends to an egg's name: the Python it was built for, and the platform. */
const BUILT_FOR = /-py\d+(?:\.\d+)*(?:-.*)?$/i;

/**
 * A distribution's name in the one form to compare it in; `undefined` when it is none.
 * https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function packageName(name: string): string | undefined {
  return NAME.test(name) ? name.replace(/[-_.]+/g, '-').toLowerCase() : undefined;
}

/** A version in PEP 440's normal form; `undefined` when it is none, or has numbers that a `number` cannot hold. */
export function normalVersion(text: string): string | undefined {
  const parts = explain(text.trim());
  // Numbers past 2^53 would come back as others, or as `1e+21`.
  if (parts === null || !parts.release.every(Number.isSafeInteger) || valid(parts.public) === null)
    return undefined;
  return parts.local === null ? parts.public : `${parts.public}+${parts.local}`;
}

/**
 * A package by the name of its metadata folder in site-packages, such as `SQLAlchemy-2.0.36.dist-info` or
 * `fastapi-0.115.0-py3.12.egg-info`; `undefined` for any other name.
 */
export function distInfo(name: string): ProjectVersion | undefined {
  const stem = INSTALLED.exec(name)?.[1]?.replace(BUILT_FOR, '') ?? '';
  // Old installers left dashes in names; a version never has one here.
  const dash = stem.lastIndexOf('-');
  return versionOf(stem.slice(0, Math.max(0, dash)), stem.slice(dash + 1), 'installed');
}

/**
 * The packages of a site-packages folder, by the names in it. Of one that is there twice, as an upgrade that was broken
 * off leaves it, the higher version.
 */
export function installedPackages(names: Iterable<string>): readonly ProjectVersion[] {
  return highestOfEach([...names].map(distInfo));
}

/** A package at an exact version; `undefined` when either is none. */
export function versionOf(name: unknown, version: unknown, from: VersionOrigin): ProjectVersion | undefined {
  if (typeof name !== 'string' || typeof version !== 'string') return undefined;
  const found = { package: packageName(name), version: normalVersion(version) };
  if (found.package === undefined || found.version === undefined) return undefined;
  return { package: found.package, version: found.version, from };
}

/**
 * One version for each package, in the order of first mention. A file names several for several Pythons or platforms,
 * or for its extras: an exact one wins over a requirement, then the highest, which is what a new environment gets.
 */
export function highestOfEach(all: Iterable<ProjectVersion | undefined>): readonly ProjectVersion[] {
  const best = new Map<string, ProjectVersion>();
  for (const one of all) {
    if (one === undefined) continue;
    const other = best.get(one.package);
    if (other === undefined || isBetter(one, other)) best.set(one.package, one);
  }
  return [...best.values()];
}

function isBetter(one: ProjectVersion, other: ProjectVersion): boolean {
  const exact = (version: ProjectVersion) => version.from !== 'required';
  return exact(one) === exact(other) ? compare(one.version, other.version) > 0 : exact(one);
}
