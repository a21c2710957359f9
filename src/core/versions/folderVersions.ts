import { rankOfVersionFile, type VersionFile } from './versionFiles';
import { highestOfEach, installedPackages, type ProjectVersion } from './projectVersion';

/**
 * The port to a project's files. Paths are relative to the project's root, with `/` between folders; the root itself is
 * the empty path. Neither function rejects.
 */
export interface ProjectFiles {
  /** Names in a folder; none where it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** What a file says of versions, as `readVersionFile` reads it; `undefined` where it cannot be read. */
  load(path: string): Promise<VersionFile | undefined>;
}

/** What a folder says of versions. */
export interface FolderVersions {
  /** What the environment in the folder has; `undefined` without one. */
  readonly installed: readonly ProjectVersion[] | undefined;
  /** What its version files say, the one to believe first, first. */
  readonly declared: readonly (readonly ProjectVersion[])[];
}

/** Where environments are, by custom; the first that is one counts. */
const ENVIRONMENTS = ['.venv', 'venv', 'env'];
/** Where an environment's packages are: on Linux and macOS, on Windows. */
const LIBRARIES = ['lib', 'Lib'];
const PACKAGES = 'site-packages';
const PYTHON = /^(?:python|pypy)(\d+)\.(\d+)t?$/;
/** Version files of one folder, those that they refer to included. */
const MOST_FILES = 50;

/** Reads the environment and the version files of one folder of a project, and the files that those refer to. */
export async function readFolder(files: ProjectFiles, folder: string): Promise<FolderVersions> {
  const names = await files.list(folder);
  return {
    installed: await environmentIn(files, folder, names),
    declared: await readFiles(files, await versionFilesIn(files, folder, names)),
  };
}

/** The packages of an environment, by its folder; `undefined` when it is none. */
export async function installedIn(
  files: ProjectFiles,
  environment: string,
): Promise<readonly ProjectVersion[] | undefined> {
  for (const library of LIBRARIES) {
    const folder = join(environment, library);
    const names = await files.list(folder);
    // An environment that was renewed in place keeps the folders of older Pythons.
    const pythons = names.includes(PACKAGES) ? [''] : names.filter((name) => PYTHON.test(name)).sort(byAge);
    for (const python of pythons) {
      const home = join(folder, python);
      if (python !== '' && !(await files.list(home)).includes(PACKAGES)) continue;
      return installedPackages(await files.list(join(home, PACKAGES)));
    }
  }
  return undefined;
}

async function environmentIn(
  files: ProjectFiles,
  folder: string,
  names: readonly string[],
): Promise<readonly ProjectVersion[] | undefined> {
  for (const name of ENVIRONMENTS.filter((name) => names.includes(name))) {
    const installed = await installedIn(files, join(folder, name));
    if (installed !== undefined) return installed;
  }
  return undefined;
}

/** Paths of version files, the one to believe first, first. */
async function versionFilesIn(
  files: ProjectFiles,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const inner = names.includes('requirements') ? await files.list(join(folder, 'requirements')) : [];
  return [...names, ...inner.map((name) => `requirements/${name}`)]
    .map((name) => ({ path: join(folder, name), rank: rankOfVersionFile(name) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1))
    .map(({ path }) => path);
}

async function readFiles(
  files: ProjectFiles,
  paths: readonly string[],
): Promise<readonly (readonly ProjectVersion[])[]> {
  const read = new Set<string>();
  const declared: (readonly ProjectVersion[])[] = [];
  for (const path of paths) {
    const versions: (readonly ProjectVersion[])[] = [];
    const wanted = new Set([path]);
    for (const next of wanted) {
      if (read.has(next) || read.size === MOST_FILES) continue;
      read.add(next);
      const file = await files.load(next);
      if (file === undefined) continue;
      versions.push(file.versions);
      for (const reference of file.references) wanted.add(reference);
    }
    declared.push(highestOfEach(versions.flat()));
  }
  return declared;
}

/** The newest Python first. */
function byAge(one: string, other: string): number {
  const [[, major = '', minor = ''], [, otherMajor = '', otherMinor = '']] = [
    PYTHON.exec(one) ?? [],
    PYTHON.exec(other) ?? [],
  ];
  return Number(otherMajor) - Number(major) || Number(otherMinor) - Number(minor);
}

function join(folder: string, name: string): string {
  return [folder, name].filter(Boolean).join('/');
}
