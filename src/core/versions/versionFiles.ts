import { fileNameOf } from '../archive/paths';
import type { MaybeYield } from '../archive/archiveSource';
import { readPipfileLock, readTomlLock } from './lockFiles';
import type { ProjectVersion } from './projectVersion';
import { readPyproject } from './pyproject';
import { readRequirements } from './requirementsFile';

/** The content of one version file. */
export interface VersionFile {
  /** One version per package. */
  readonly versions: readonly ProjectVersion[];
  /** Paths of files to read with it; they have the same precedence. */
  readonly references: readonly string[];
}

const TOML_LOCK = /^(?:(?:uv|poetry|pdm)\.lock|pylock(?:\.[^.]+)?\.toml)$/;

/** Version files in order of precedence. */
const PRECEDENCE: readonly RegExp[] = [
  /(?:^|\/)uv\.lock$/,
  /(?:^|\/)poetry\.lock$/,
  /(?:^|\/)pdm\.lock$/,
  /(?:^|\/)Pipfile\.lock$/,
  /(?:^|\/)pylock\.toml$/,
  /(?:^|\/)pylock\.[^./]+\.toml$/,
  // Production requirements precede those for tests and documentation.
  /(?:^|\/)requirements\.txt$/,
  /(?:^|\/)(?:requirements[^/]*|requirements\/[^/]+)\.txt$/,
  /(?:^|\/)pyproject\.toml$/,
];

/**
 * The precedence of a version file, from 1, which is the highest; `undefined` for any other file. Paths have `/`
 * between folders.
 */
export function rankOfVersionFile(path: string): number | undefined {
  const rank = PRECEDENCE.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? undefined : rank + 1;
}

/**
 * Reads a version file; `path` is relative to the project's root. Files with unknown names are read as requirements
 * files, since `-r` may name any. Content that cannot be parsed is left out; it never causes an error.
 */
export async function readVersionFile(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const { versions, references } = await readByName(path, text, maybeYield);
  return { versions: versions.map((version) => ({ ...version, file: path })), references };
}

async function readByName(
  path: string,
  text: string,
  maybeYield: MaybeYield | undefined,
): Promise<VersionFile> {
  const name = fileNameOf(path);
  if (TOML_LOCK.test(name)) return { versions: await readTomlLock(text, maybeYield), references: [] };
  if (name === 'Pipfile.lock') return { versions: readPipfileLock(text), references: [] };
  if (name === 'pyproject.toml') return { versions: readPyproject(text), references: [] };
  return readRequirements(path, text);
}
