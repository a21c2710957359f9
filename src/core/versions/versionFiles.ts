import type { MaybeYield } from '../archive/archiveSource';
import { fileNameOf } from '../archive/paths';
import { readEnvironmentFile } from './environmentFile';
import { readPipfileLock, readTomlLock, readYamlLock } from './lockFiles';
import { readPipfile, readPixiManifest } from './manifests';
import type { ProjectVersion } from './projectVersion';
import { readPyproject } from './pyproject';
import { readRequirements } from './requirementsFile';
import { readSetupCfg, readSetupPy } from './setupFiles';
import type { VersionFile } from './versionFile';

/** In characters: a longer line is no line of a version file, and would be read at once. */
const MAX_LINE_LENGTH = 200_000;

type Reader = (path: string, text: string, maybeYield?: MaybeYield) => Promise<VersionFile>;

const lock =
  (read: (text: string, maybeYield?: MaybeYield) => Promise<readonly ProjectVersion[]>): Reader =>
  async (_path, text, maybeYield) => ({ versions: await read(text, maybeYield), references: [] });

/** Readers by the name of the file; files with other names are read as requirements files. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(?:(?:uv|poetry|pdm)\.lock|pylock(?:\..+)?\.toml)$/, lock(readTomlLock)],
  [/^(?:pixi\.lock|conda-lock\.yml)$/, lock(readYamlLock)],
  [/^Pipfile\.lock$/, lock(readPipfileLock)],
  [/^pyproject\.toml$/, readPyproject],
  [/^pixi\.toml$/, (_path, text, maybeYield) => readPixiManifest(text, maybeYield)],
  [/^Pipfile$/, (_path, text, maybeYield) => readPipfile(text, maybeYield)],
  [/\.ya?ml$/, readEnvironmentFile],
  [/^setup\.cfg$/, readSetupCfg],
  [/^setup\.py$/, readSetupPy],
];

/**
 * Reads a version file; `path` is relative to the project's root. Files with unknown names are read as requirements
 * files, since `-r` may name any. Content that cannot be parsed is left out; it never causes an error.
 */
export async function readVersionFile(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  if (hasLongLine(text)) return { versions: [], references: [] };
  const name = fileNameOf(path);
  const read = READERS.find(([pattern]) => pattern.test(name))?.[1] ?? readRequirements;
  const { versions, constraints = [], references } = await read(path, text, maybeYield);
  const withFile = (version: ProjectVersion): ProjectVersion => ({ ...version, file: path });
  return { versions: versions.map(withFile), constraints: constraints.map(withFile), references };
}

function hasLongLine(text: string): boolean {
  for (let start = 0, end; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    if (end - start > MAX_LINE_LENGTH) return true;
  }
  return false;
}
