import { decodePath, fileNameOf } from '../archive/paths';
import { exactVersion, normaliseVersion, type ExactVersion, type ProjectVersion } from './projectVersion';
import { requirementOf } from './requirementRanges';

/** In characters, of a file name or a tag. */
const MAX_NAME_LENGTH = 250;
const WHEEL = /^([^-]+)-([^-]+)(?:-\d[^-]*)?(?:-[^-]+){3}\.whl$/i;
/** `name-version-build`. */
const CONDA_PACKAGE = /^(.+)-(\d[^-]*)-[^-]+\.(?:conda|tar\.bz2)$/i;
const SOURCE_ARCHIVE = /^(.+)-(\d[^-]*)\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/i;
const ARCHIVE_EXTENSION = /\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/i;
/** Tags such as `2.0.36`, `v2.0.36`, `rel_2_0_36` and `release-2.0.36`, after the package's name if they have that. */
const TAG =
  /^[-_/]?(?:v|ver|version|rel|release|releases)?[-_./]?v?(\d+(?:[._]\d+)+)((?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|post|dev)[-_.]?\d*){0,2})$/i;
/** Numbers of a tag from which it names one release; a shorter one may be a branch for a series of them. */
const MIN_RELEASE_NUMBERS = 3;

/** The package of a wheel, source archive or conda package, by its file's name; `undefined` for any other file. */
export function readPackageFileName(
  fileName: string,
  origin: ExactVersion['origin'],
): ExactVersion | undefined {
  if (fileName.length > MAX_NAME_LENGTH) return undefined;
  const [, name, version] =
    WHEEL.exec(fileName) ?? CONDA_PACKAGE.exec(fileName) ?? SOURCE_ARCHIVE.exec(fileName) ?? [];
  return exactVersion(name, version, origin);
}

/**
 * Reads what a direct reference points to: a package file, or a tag of a repository. `name` is the package's, if the
 * reference comes with it; otherwise it is that of the file, or of an `egg` fragment. `undefined` if the version is not
 * part of the reference.
 * https://packaging.python.org/en/latest/specifications/version-specifiers/#direct-references
 */
export function readDirectReference(target: string, name?: string): ProjectVersion | undefined {
  const [address = '', fragment = ''] = target.split('#', 2);
  const path = (address.split('?', 1)[0] ?? '').replaceAll('\\', '/');
  const fileName = fileNameOf(path);
  if (fileName.length > MAX_NAME_LENGTH) return undefined;
  const packageName = name ?? /(?:^|&)egg=([A-Z\d._-]+)/i.exec(fragment)?.[1];
  const file = readPackageFileName(decodePath(fileName), 'pinned');
  if (file !== undefined)
    return packageName === undefined ? file : exactVersion(packageName, file.version, 'pinned');
  if (packageName === undefined) return undefined;
  if (!address.startsWith('git+'))
    return readTag(
      packageName,
      ARCHIVE_EXTENSION.test(fileName) ? fileName.replace(ARCHIVE_EXTENSION, '') : '',
    );
  // User names stand before the path: `git+ssh://git@github.com/owner/repository@tag`.
  const [, tag] = /^[a-z+]+:\/\/[^/]*\/[^@]*@(.+)$/i.exec(path) ?? [];
  return tag === undefined ? undefined : readTag(packageName, tag);
}

/** The version that a tag of a package's repository names: one release, or a series such as `2.0`. */
export function readTag(name: string, tag: string): ProjectVersion | undefined {
  if (tag.length > MAX_NAME_LENGTH) return undefined;
  const ownName = tag.slice(0, name.length).replace(/[-_.]/g, '-').toLowerCase();
  const rest = ownName === name.replace(/[-_.]/g, '-').toLowerCase() ? tag.slice(name.length) : tag;
  const [, numbers = '', suffix = ''] = TAG.exec(rest.replace(/^refs\/tags\//, '')) ?? [];
  const release = numbers.replaceAll('_', '.');
  const version = normaliseVersion(`${release}${suffix}`);
  if (version === undefined) return undefined;
  const isRelease = suffix !== '' || release.split('.').length >= MIN_RELEASE_NUMBERS;
  return requirementOf(name, [isRelease ? `==${version}` : `==${version}.*`]);
}
