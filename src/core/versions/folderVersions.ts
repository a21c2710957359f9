import type { MaybeYield } from '../archive/archiveSource';
import { findEnvironment } from './installedPackages';
import { PackageVersions } from './packageVersions';
import { joinPath, type ProjectFiles } from './projectFiles';
import type { ProjectVersion } from './projectVersion';
import type { FileReference } from './versionFile';
import { rankOfVersionFile } from './versionFileNames';

/** Package versions stated in one folder of a project. */
export interface FolderVersions {
  /** Packages of the environment in the folder; `undefined` if it has none. */
  readonly installed: readonly ProjectVersion[] | undefined;
  /** Packages of each version file with the files it refers to, in order of precedence. */
  readonly declared: readonly (readonly ProjectVersion[])[];
}

/** Bounds the version files that are read for one folder, including those that they refer to. */
const MAX_VERSION_FILES = 50;
/** Bounds the folders that are listed in a folder of requirements. */
const MAX_NESTED_FOLDERS = 20;
const REQUIREMENTS_FOLDER = 'requirements';

/** Reads the environment and the version files of one folder, and the files that those refer to. */
export async function readFolderVersions(
  files: ProjectFiles,
  folder: string,
  maybeYield?: MaybeYield,
): Promise<FolderVersions> {
  const names = await files.list(folder);
  return {
    installed: await findEnvironment(files, folder, names, maybeYield),
    declared: await readVersionFiles(files, await findVersionFiles(files, folder, names), maybeYield),
  };
}

/** Paths of a folder's version files, in order of precedence. */
async function findVersionFiles(
  files: ProjectFiles,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const nested = names.includes(REQUIREMENTS_FOLDER) ? await listRequirements(files, folder) : [];
  const candidates = new Set([...names, ...nested]);
  return [...candidates]
    .filter((name) => !isCompiled(name, candidates))
    .map((name) => ({ path: joinPath(folder, name), rank: rankOfVersionFile(name) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1))
    .map(({ path }) => path);
}

/** Paths in a folder's folder of requirements and the folders in it, relative to the folder. */
async function listRequirements(files: ProjectFiles, folder: string): Promise<readonly string[]> {
  const names = await files.list(joinPath(folder, REQUIREMENTS_FOLDER));
  const paths = names.map((name) => joinPath(REQUIREMENTS_FOLDER, name));
  for (const inner of paths.filter((path) => !path.includes('.')).slice(0, MAX_NESTED_FOLDERS)) {
    const innerNames = await files.list(joinPath(folder, inner));
    paths.push(...innerNames.map((name) => joinPath(inner, name)));
  }
  return paths;
}

/** Whether the file is the source of a compiled one beside it, which says more. */
function isCompiled(name: string, names: ReadonlySet<string>): boolean {
  return name.endsWith('.in') && names.has(name.replace(/in$/, 'txt'));
}

async function readVersionFiles(
  files: ProjectFiles,
  paths: readonly string[],
  maybeYield: MaybeYield | undefined,
): Promise<readonly (readonly ProjectVersion[])[]> {
  const read = new Set<string>();
  const declared: (readonly ProjectVersion[])[] = [];
  for (const path of paths) {
    const required = new PackageVersions();
    const constraints = new PackageVersions();
    const pending: FileReference[] = [{ path, role: 'requirements' }];
    // An array can grow while it is iterated over: references are read after the files that name them.
    for (const { path: next, role } of pending) {
      if (read.has(next) || read.size === MAX_VERSION_FILES) continue;
      read.add(next);
      const file = await files.load(next);
      if (file === undefined) continue;
      const target = role === 'requirements' ? required : constraints;
      for (const version of file.versions) target.add(version);
      for (const version of file.constraints ?? []) constraints.add(version);
      // All that a file of constraints refers to constrains as well.
      pending.push(...file.references.map((one) => (role === 'requirements' ? one : { ...one, role })));
    }
    await maybeYield?.();
    declared.push(required.within(constraints));
  }
  return declared;
}
