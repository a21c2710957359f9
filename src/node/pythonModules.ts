import { dirname, join, sep } from 'node:path';
import type { ModuleFiles } from '../core/python/moduleStore';
import { isSourceError } from '../core/archive/archiveSource';
import { nodeFileSystem } from './fileSystem';

/** What marks the root of a Python project. */
const MARKERS = [
  '.git',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'uv.lock',
  'poetry.lock',
  'requirements.txt',
];
/** Folders in which nobody's own modules are. */
const SKIPPED = new Set(['node_modules', 'site-packages', '__pycache__', 'venv', 'env', 'build', 'dist']);
const MAX_FILES = 20_000;

/** The Python files of the project that a file is in: those its imports may lead to. */
export function modulesAround(file: string): ModuleFiles {
  return {
    paths: async () => new Set((await pythonFilesIn(await rootOf(file))).map(withSlashes)),
    async read(path) {
      try {
        return await nodeFileSystem.readText(path);
      } catch (error) {
        if (isSourceError(error)) return undefined;
        throw error;
      }
    },
  };
}

/** A path as modules are told apart by. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** The nearest folder with a mark of a project; without one, the folder of the package that the file is in. */
async function rootOf(file: string): Promise<string> {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    for (const name of MARKERS) {
      if ((await nodeFileSystem.kind(join(folder, name))) !== undefined) return folder;
    }
    if (dirname(folder) === folder) break;
  }
  let root = own;
  while ((await nodeFileSystem.kind(join(root, '__init__.py'))) === 'file') root = dirname(root);
  return root;
}

async function pythonFilesIn(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const todo = [root];
  for (let folder = todo.pop(); folder !== undefined && found.length < MAX_FILES; folder = todo.pop()) {
    for (const { name, kind } of await listOrNothing(folder)) {
      if (kind === 'file' && name.endsWith('.py')) found.push(join(folder, name));
      else if (kind === 'folder' && !name.startsWith('.') && !SKIPPED.has(name))
        todo.push(join(folder, name));
    }
  }
  return found;
}

async function listOrNothing(folder: string) {
  try {
    return await nodeFileSystem.list(folder);
  } catch (error) {
    if (isSourceError(error)) return [];
    throw error;
  }
}
