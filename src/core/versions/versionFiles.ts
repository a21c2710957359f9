import { fileNameOf } from '../archive/paths';
import type { MaybeYield } from '../archive/archiveSource';
import { readPipfileLock, readTomlLock } from './lockFiles';
import type { ProjectVersion } from './projectVersion';
import { readPyproject } from './pyproject';
import { readRequirements } from './requirementsFile';

/** What one file says of versions. */
export interface VersionFile {
  /** One version for each package. */
  readonly versions: readonly ProjectVersion[];
  /** Other files it wants read along with it, as paths; they rank as it does. */
  readonly references: readonly string[];
}

const TOML_LOCK = /^(?:(?:uv|poetry|pdm)\.lock|pylock(?:\.[^.]+)?\.toml)$/;

/** The first that has a package wins. */
const BY_RANK: readonly RegExp[] = [
  /(?:^|\/)uv\.lock$/,
  /(?:^|\/)poetry\.lock$/,
  /(?:^|\/)pdm\.lock$/,
  /(?:^|\/)Pipfile\.lock$/,
  /(?:^|\/)pylock\.toml$/,
  /(?:^|\/)pylock\.[^./]+\.toml$/,
  // What runs in production comes before what is for tests or documentation only.
  /(?:^|\/)requirements\.txt$/,
  /(?:^|\/)(?:requirements[^/]*|requirements\/[^/]+)\.txt$/,
  /(?:^|\/)pyproject\.toml$/,
];

/**
 * Which file to believe about a package: the lower, the better, from 1, as 0 is for what is installed. `undefined` for
 * files that say nothing of versions. Paths have `/` between folders.
 */
export function rankOfVersionFile(path: string): number | undefined {
  const rank = BY_RANK.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? undefined : rank + 1;
}

/**
 * Reads the file of that name, relative to the project's root. Any name that is not a known one is taken for a
 * requirements file, as `-r` may name any. What cannot be read in it is left out; it never throws on content.
 */
export async function readVersionFile(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const { versions, references } = await read(path, text, maybeYield);
  return { versions: versions.map((version) => ({ ...version, file: path })), references };
}

async function read(path: string, text: string, maybeYield: MaybeYield | undefined): Promise<VersionFile> {
  const name = fileNameOf(path);
  if (TOML_LOCK.test(name)) return { versions: await readTomlLock(text, maybeYield), references: [] };
  if (name === 'Pipfile.lock') return { versions: readPipfileLock(text), references: [] };
  if (name === 'pyproject.toml') return { versions: readPyproject(text), references: [] };
  return readRequirements(path, text);
}
