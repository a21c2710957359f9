import type { VersionFile } from './versionFile';

/**
 * The port to a project's files. Paths are relative to the project's root, with `/` between folders; the root itself is
 * the empty path. Neither function rejects.
 */
export interface ProjectFiles {
  /** Names in a folder; empty if it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** A version file as `readVersionFile` reads it; `undefined` if it cannot be read. */
  load(path: string): Promise<VersionFile | undefined>;
}

/** The path of a name in a folder. */
export function joinPath(folder: string, name: string): string {
  return [folder, name].filter(Boolean).join('/');
}
