import type { MaybeYield } from '../archive/archiveSource';
import { PackageVersions } from './packageVersions';
import { joinPath, type ProjectFiles } from './projectFiles';
import { exactVersion, type ProjectVersion } from './projectVersion';

/** Customary names of environment folders, in order of precedence. */
const ENVIRONMENTS = ['.venv', 'venv', 'env'];
/** Folders of an environment that hold its packages: on Linux and macOS, and on Windows. */
const LIBRARIES = ['lib', 'Lib'];
const SITE_PACKAGES = 'site-packages';
const PYTHON = /^(?:python|pypy)(\d+)\.(\d+)t?$/;
/** Old installers left dashes in package names; versions in folder names never have one. */
const DIST_INFO = /^(.+)-([^-]+)\.dist-info$/i;
/** An egg's name, without its ending, ends with the Python version it was built for, and its platform. */
const EGG_INFO = /^(.+?)-(v?\d[^-]*)(?:-py\d+(?:\.\d+)*(?:-|$)|$)/i;

/** The packages of the first environment in a folder with these names; `undefined` if there is none. */
export async function findEnvironment(
  files: ProjectFiles,
  folder: string,
  names: readonly string[],
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[] | undefined> {
  for (const name of ENVIRONMENTS.filter((name) => names.includes(name))) {
    const installed = await readEnvironment(files, joinPath(folder, name), maybeYield);
    if (installed !== undefined) return installed;
  }
  return undefined;
}

/** The packages installed in the environment at a path; `undefined` if there is no environment. */
export async function readEnvironment(
  files: ProjectFiles,
  environment: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[] | undefined> {
  for (const library of LIBRARIES) {
    const folder = joinPath(environment, library);
    const names = await files.list(folder);
    // An environment that was upgraded in place keeps the folders of older Pythons; the newest one is in use.
    const pythons = names.includes(SITE_PACKAGES)
      ? ['']
      : names
          .filter((name) => PYTHON.test(name))
          .sort((one, other) => pythonVersion(other) - pythonVersion(one));
    for (const python of pythons) {
      const pythonFolder = joinPath(folder, python);
      if (!(await files.list(pythonFolder)).includes(SITE_PACKAGES)) continue;
      // An interrupted upgrade leaves a package there twice.
      const installed = new PackageVersions();
      for (const name of await files.list(joinPath(pythonFolder, SITE_PACKAGES))) {
        await maybeYield?.();
        installed.add(parseDistInfo(name));
      }
      return installed.all();
    }
  }
  return undefined;
}

/**
 * Reads a package from the name of its metadata folder in site-packages, such as `SQLAlchemy-2.0.36.dist-info` or
 * `fastapi-0.115.0-py3.12.egg-info`; `undefined` for any other name.
 * https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
export function parseDistInfo(folderName: string): ProjectVersion | undefined {
  const [, name, version] = DIST_INFO.exec(folderName) ?? readEggInfo(folderName) ?? [];
  return exactVersion(name, version, 'installed');
}

function readEggInfo(folderName: string): RegExpExecArray | null {
  return /\.egg-info$/i.test(folderName) ? EGG_INFO.exec(folderName.slice(0, -'.egg-info'.length)) : null;
}

/** A number to order the folders of Pythons by. */
function pythonVersion(folderName: string): number {
  const [, major, minor] = PYTHON.exec(folderName) ?? [];
  return Number(major) * 1000 + Number(minor);
}
