/**
 * Caches folders that are expensive to build, in the git-ignored folder where `@vscode/test-electron` caches its VS Code
 * too.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(PROJECT, '.vscode-test');

const MARKER = 'complete.json';
const REMOVE = { recursive: true, force: true, maxRetries: 3 };

/**
 * Returns `folder`, built first if it is missing or of other versions.
 *
 * It is built under a temporary name and moved when complete, so that an interrupted run leaves no partial folder. When
 * two runs build it at the same time, the first one wins.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {Readonly<Record<string, string>>} options.versions the versions of its contents, stored in it
 * @param {(emptyFolder: string) => Promise<void>} options.build
 * @returns {Promise<string>}
 */
export async function cachedFolder({ folder, versions, build }) {
  const expected = JSON.stringify(versions);
  await removeAbandoned(folder);
  if ((await marker(folder)) === expected) {
    return folder;
  }
  const draft = `${folder}.part-${String(process.pid)}`;
  try {
    await mkdir(draft, { recursive: true });
    await build(draft);
    await writeFile(join(draft, MARKER), expected);
    if ((await marker(folder)) !== expected) {
      await rm(folder, REMOVE);
      await rename(draft, folder);
    }
  } catch (error) {
    // Another run may have finished first.
    if ((await marker(folder)) !== expected) {
      throw error;
    }
  } finally {
    await rm(draft, REMOVE);
  }
  return folder;
}

/** @param {string} folder */
async function marker(folder) {
  return readFile(join(folder, MARKER), 'utf8').catch(() => undefined);
}

/**
 * Removes the temporary folders of runs that were killed.
 *
 * @param {string} folder
 */
async function removeAbandoned(folder) {
  const prefix = `${basename(folder)}.part-`;
  const names = await readdir(dirname(folder)).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    if (!isRunning(Number(name.slice(prefix.length)))) {
      // An orphaned process of that run may still write there; a later run removes it.
      await rm(join(dirname(folder), name), REMOVE).catch(() => undefined);
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
