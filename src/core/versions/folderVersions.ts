import { findEnvironment } from './installedPackages';
import { joinPath, type ProjectFiles } from './projectFiles';
import { highestPerPackage, type ProjectVersion } from './projectVersion';
import { rankOfVersionFile } from './versionFiles';

/** Package versions stated in one folder of a project. */
export interface FolderVersions {
  /** Packages of the environment in the folder; `undefined` if it has none. */
  readonly installed: readonly ProjectVersion[] | undefined;
  /** Packages of each version file with the files it refers to, in order of precedence. */
  readonly declared: readonly (readonly ProjectVersion[])[];
}

/** Bounds the version files that are read for one folder, including those that they refer to. */
const MAX_VERSION_FILES = 50;

/** Reads the environment and the version files of one folder, and the files that those refer to. */
export async function readFolderVersions(files: ProjectFiles, folder: string): Promise<FolderVersions> {
  const names = await files.list(folder);
  return {
    installed: await findEnvironment(files, folder, names),
    declared: await readVersionFiles(files, await findVersionFiles(files, folder, names)),
  };
}

/** Paths of a folder's version files, in order of precedence. */
async function findVersionFiles(
  files: ProjectFiles,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const nested = names.includes('requirements') ? await files.list(joinPath(folder, 'requirements')) : [];
  return [...names, ...nested.map((name) => `requirements/${name}`)]
    .map((name) => ({ path: joinPath(folder, name), rank: rankOfVersionFile(name) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1))
    .map(({ path }) => path);
}

async function readVersionFiles(
  files: ProjectFiles,
  paths: readonly string[],
): Promise<readonly (readonly ProjectVersion[])[]> {
  const read = new Set<string>();
  const declared: (readonly ProjectVersion[])[] = [];
  for (const path of paths) {
    const versions: ProjectVersion[] = [];
    // A set can grow while it is iterated over: references are read after the files that name them.
    const pending = new Set([path]);
    for (const next of pending) {
      if (read.has(next) || read.size === MAX_VERSION_FILES) continue;
      read.add(next);
      const file = await files.load(next);
      if (file === undefined) continue;
      versions.push(...file.versions);
      for (const reference of file.references) pending.add(reference);
    }
    declared.push(highestPerPackage(versions));
  }
  return declared;
}
