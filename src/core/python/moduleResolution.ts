/**
 * Finds the file of the module that an import names. Paths are absolute with `/` between folders.
 *
 * Python's search path is unknown. Tried in turn for an absolute name: each folder above the importing file that is no
 * package, nearest first, and its `src` folder; then the packages around the file.
 *
 * @param name As the import has it: `app.db`, or relative with leading dots, `..deps`.
 * @param importer Path of the importing file.
 */
export function findModuleFile(
  name: string,
  importer: string,
  paths: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): string | undefined {
  const [dots = ''] = /^\.*/.exec(name) ?? [];
  const rest = name.slice(dots.length);
  const parts = rest === '' ? [] : rest.split('.');
  if (dots !== '') {
    let folder = folderOf(importer);
    for (let level = 1; level < dots.length; level += 1) folder = folderOf(folder);
    return moduleFileIn(folder, parts, paths, folders);
  }
  const plain: string[] = [];
  const packages: string[] = [];
  for (let folder = folderOf(importer); ; folder = folderOf(folder)) {
    (paths.has(`${folder}/__init__.py`) ? packages : plain).push(folder);
    if (folder === '') break;
  }
  const roots = [...plain.flatMap((folder) => [folder, `${folder}/src`]), ...packages];
  for (const root of roots) {
    const file = moduleFileIn(root, parts, paths, folders);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** A folder that has Python files but no `__init__.py` is a namespace package, with an `__init__.py` assumed in it. */
function moduleFileIn(
  root: string,
  parts: readonly string[],
  paths: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): string | undefined {
  const base = [root, ...parts].join('/');
  if (paths.has(`${base}/__init__.py`)) return `${base}/__init__.py`;
  if (parts.length > 0 && paths.has(`${base}.py`)) return `${base}.py`;
  return folders.has(base) ? `${base}/__init__.py` : undefined;
}

/** All folders that hold a file, directly or further down. */
export function foldersOf(paths: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
