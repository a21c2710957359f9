import { dirname, join, sep } from 'node:path';
import type { ModuleFiles } from '../core/python/moduleStore';
import { isSourceError } from '../core/archive/archiveSource';
import { nodeFileSystem } from './fileSystem';

/** Files and folders that mark the root of a Python project. */
const ROOT_MARKERS = [
  '.git',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'uv.lock',
  'poetry.lock',
  'requirements.txt',
];
/** Folders that do not contain modules of the project itself. */
const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  'venv',
  'env',
  'build',
  'dist',
]);
const MAX_FILES = 20_000;
/** Size of a module, in bytes: larger ones hold data. */
const MAX_MODULE_BYTES = 8_000_000;

/** The Python files of the project that a file belongs to, which its imports may refer to. */
export function modulesAround(file: string): ModuleFiles {
  return {
    paths: async () => new Set((await pythonFilesIn(await rootOf(file))).map(withSlashes)),
    async read(path) {
      try {
        return await nodeFileSystem.readText(path, MAX_MODULE_BYTES);
      } catch (error) {
        if (isSourceError(error)) return undefined;
        throw error;
      }
    },
  };
}

/** A path with `/` between folders, as module paths have on every platform. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** The nearest enclosing folder with a project marker; without one, the folder that contains the file's package. */
async function rootOf(file: string): Promise<string> {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    for (const name of ROOT_MARKERS) {
      if ((await nodeFileSystem.kind(join(folder, name))) !== undefined) return folder;
    }
    if (dirname(folder) === folder) break;
  }
  let root = own;
  while ((await nodeFileSystem.kind(join(root, '__init__.py'))) === 'file') root = dirname(root);
  return root;
}

async function pythonFilesIn(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined && files.length < MAX_FILES; folder = pending.pop()) {
    for (const { name, kind } of await listOrEmpty(folder)) {
      if (kind === 'file' && name.endsWith('.py')) files.push(join(folder, name));
      else if (kind === 'folder' && !name.startsWith('.') && !SKIPPED_FOLDERS.has(name))
        pending.push(join(folder, name));
    }
  }
  return files;
}

async function listOrEmpty(folder: string) {
  try {
    return await nodeFileSystem.list(folder, MAX_FILES);
  } catch (error) {
    if (isSourceError(error)) return [];
    throw error;
  }
}
