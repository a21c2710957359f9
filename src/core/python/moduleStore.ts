import type { Cancellation } from '../search/searchIndex';
import type { MaybeYield } from '../archive/archiveSource';
import type { ModuleFinder } from './evaluator';
import { readModule, type PythonModule } from './pythonModule';
import type { ModuleScope } from './scope';
import { runInSlices } from './steps';

/** Where the modules of a workspace come from. */
export interface ModuleFiles {
  /** Paths of all Python files, with `/` between folders. */
  paths(): Promise<ReadonlySet<string>>;
  /** The text of one of them; `undefined` where it cannot be read. */
  read(path: string): Promise<string | undefined>;
}

/** The lines of library modules' stubs, by the module's qualified name. */
export type Stubs = Readonly<Record<string, readonly string[]>>;

/** Modules of the user's own that are kept. */
const MAX_CACHED_MODULES = 400;
/** Modules that are read for one question. */
export const MAX_MODULES_PER_QUERY = 64;

export interface ReadBudget {
  modulesLeft: number;
}

const NO_FILES: ModuleFiles = {
  paths: () => Promise.resolve(new Set()),
  read: () => Promise.resolve(undefined),
};

/**
 * The modules that names lead to. Asked for one that it does not have, it says so, and reads it before it is asked
 * again: most files need few of those they could import.
 */
export class ModuleStore implements ModuleFinder {
  readonly #types = new Map<string, PythonModule | undefined>();
  readonly #own = new Map<string, PythonModule | undefined>();
  /** What was read of files that have changed since: their new text is read faster. */
  readonly #stale = new Map<string, PythonModule>();
  #paths: ReadonlySet<string> | undefined;
  #folders: ReadonlySet<string> = new Set();
  readonly #wantedTypes = new Set<string>();
  readonly #wanted = new Set<string>();
  #loading: Promise<unknown> = Promise.resolve();
  #count = 0;
  /** Times that something was forgotten: what was read meanwhile may be old. */
  #changes = 0;

  constructor(
    private readonly stubs: Stubs,
    private readonly files: ModuleFiles = NO_FILES,
  ) {}

  findModule(name: string, from: ModuleScope): ModuleScope | undefined {
    const path =
      this.#paths === undefined ? undefined : findModuleFile(name, from.path, this.#paths, this.#folders);
    if (path === undefined) return undefined;
    if (path === from.path) return from;
    if (!this.#own.has(path)) this.#wanted.add(path);
    return this.#own.get(path);
  }

  findStub(name: string): PythonModule | undefined {
    if (!Object.hasOwn(this.stubs, name)) return undefined;
    if (!this.#types.has(name)) this.#wantedTypes.add(name);
    return this.#types.get(name);
  }

  /** Forgets a file that has changed, or all of them where files have come or gone. */
  forget(path?: string): void {
    this.#changes += 1;
    if (path === undefined) {
      this.#own.clear();
      this.#stale.clear();
      this.#paths = undefined;
      return;
    }
    const known = this.#own.get(path);
    if (known !== undefined) this.#stale.set(path, known);
    this.#own.delete(path);
  }

  /**
   * Reads what was asked for. To be called before the first question, and after each, until nothing new was read.
   *
   * @param budget Files that may still be read for this question; it counts down.
   * @returns How many modules have been read so far, for whatever question.
   */
  load(budget: ReadBudget, maybeYield?: MaybeYield, signal?: Cancellation): Promise<number> {
    const loading = this.#loading.then(() => this.#load(budget, maybeYield, signal));
    this.#loading = loading.catch(() => undefined);
    return loading;
  }

  async #load(budget: ReadBudget, maybeYield?: MaybeYield, signal?: Cancellation): Promise<number> {
    if (this.#paths === undefined) {
      const changes = this.#changes;
      const paths = await this.files.paths();
      if (this.#changes === changes) this.#paths = paths;
      this.#folders = foldersOf(paths);
      this.#count += 1;
    }
    for (const name of this.#wantedTypes) {
      const text = (this.stubs[name] ?? []).join('\n');
      this.#types.set(name, await runInSlices(readModule(name, text, { name }), maybeYield));
      this.#wantedTypes.delete(name);
      this.#count += 1;
    }
    // What is not read for want of time stays wanted, by whoever asks next.
    for (const path of this.#wanted) {
      if (budget.modulesLeft === 0 || signal?.aborted === true) break;
      budget.modulesLeft -= 1;
      await this.#readFile(path, maybeYield);
      this.#wanted.delete(path);
    }
    return this.#count;
  }

  async #readFile(path: string, maybeYield?: MaybeYield): Promise<void> {
    const changes = this.#changes;
    // A folder without `__init__.py` is an empty package.
    const text = this.#paths?.has(path) === false ? '' : await this.files.read(path);
    const previous = this.#stale.get(path);
    this.#stale.delete(path);
    const reading = text === undefined ? undefined : readModule(path, text, { previous });
    const module = reading === undefined ? undefined : await runInSlices(reading, maybeYield);
    if (this.#changes === changes) this.#keep(path, module);
    else if (module !== undefined) this.#stale.set(path, module);
    this.#count += 1;
  }

  #keep(path: string, module: PythonModule | undefined): void {
    this.#own.set(path, module);
    const oldest = this.#own.keys().next();
    if (this.#own.size > MAX_CACHED_MODULES && oldest.done !== true) this.#own.delete(oldest.value);
  }
}

function foldersOf(paths: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

/**
 * The file of a module, as another file names it. Where Python would begin to look is not known: the nearest folder
 * above the file that is no package, and those above, each with its `src`; then the packages the file is in.
 */
function findModuleFile(
  name: string,
  from: string,
  paths: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): string | undefined {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/s.exec(name) ?? [];
  const parts = rest === '' ? [] : rest.split('.');
  if (dots !== '') {
    let folder = folderOf(from);
    for (let up = 1; up < dots.length; up += 1) folder = folderOf(folder);
    return moduleFileIn(folder, parts, paths, folders);
  }
  const plain: string[] = [];
  const packages: string[] = [];
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
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

/** A folder without `__init__.py` is a package too, if there is Python in it. */
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

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
