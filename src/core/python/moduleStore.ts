import type { Cancellation } from '../base/cancellation';
import type { MaybeYield } from '../archive/archiveSource';
import type { ModuleFinder } from './evaluator';
import { findModuleFile, foldersOf } from './moduleResolution';
import { readModule, type PythonModule } from './pythonModule';
import { runInSlices } from './runInSlices';
import type { ModuleScope } from './scope';

/** Where the modules of a workspace come from. */
export interface ModuleFiles {
  /** Paths of all Python files, with `/` between folders. */
  paths(): Promise<ReadonlySet<string>>;
  /** The text of a file; `undefined` if it cannot be read. */
  read(path: string): Promise<string | undefined>;
}

/** Stubs of libraries: qualified module name → lines of Python. */
export type Stubs = Readonly<Record<string, readonly string[]>>;

/** Modules of the user's own that stay in memory. */
const MAX_CACHED_MODULES = 400;
/** Modules of the user's own that are read for one query. */
export const MAX_MODULES_PER_QUERY = 64;

export interface ReadBudget {
  modulesLeft: number;
}

const NO_FILES: ModuleFiles = {
  paths: () => Promise.resolve(new Set()),
  read: () => Promise.resolve(undefined),
};

/**
 * The modules that imports lead to, read on demand: most files need few of the modules they could import. A request
 * for a module that is not loaded returns `undefined` and marks the module; the next `load` reads it.
 */
export class ModuleStore implements ModuleFinder {
  readonly #stubModules = new Map<string, PythonModule | undefined>();
  readonly #ownModules = new Map<string, PythonModule | undefined>();
  /** Modules of files that have changed since: reading the new text reuses their statements. */
  readonly #stale = new Map<string, PythonModule>();
  #paths: ReadonlySet<string> | undefined;
  #folders: ReadonlySet<string> = new Set();
  readonly #requestedStubs = new Set<string>();
  readonly #requestedFiles = new Set<string>();
  #loading: Promise<unknown> = Promise.resolve();
  #loadCount = 0;
  /** Incremented by every invalidation: what was being read at the time may be stale. */
  #revision = 0;

  constructor(
    private readonly stubs: Stubs,
    private readonly files: ModuleFiles = NO_FILES,
  ) {}

  findModule(name: string, from: ModuleScope): ModuleScope | undefined {
    const path =
      this.#paths === undefined ? undefined : findModuleFile(name, from.path, this.#paths, this.#folders);
    if (path === undefined) return undefined;
    if (path === from.path) return from;
    if (!this.#ownModules.has(path)) this.#requestedFiles.add(path);
    return this.#ownModules.get(path);
  }

  findStub(name: string): PythonModule | undefined {
    if (!Object.hasOwn(this.stubs, name)) return undefined;
    if (!this.#stubModules.has(name)) this.#requestedStubs.add(name);
    return this.#stubModules.get(name);
  }

  /** Invalidates a file that has changed; without a path, all of them, since files were added or removed. */
  forget(path?: string): void {
    this.#revision += 1;
    if (path === undefined) {
      this.#ownModules.clear();
      this.#stale.clear();
      this.#paths = undefined;
      return;
    }
    const module = this.#ownModules.get(path);
    if (module !== undefined) this.#stale.set(path, module);
    this.#ownModules.delete(path);
  }

  /**
   * Reads the modules that were requested. Call it before the first request and after each round of requests, until
   * the count stops growing.
   *
   * @param budget Files that may still be read for this query; it is counted down.
   * @returns How many loads there have been so far, for any query.
   */
  load(budget: ReadBudget, maybeYield?: MaybeYield, signal?: Cancellation): Promise<number> {
    const loading = this.#loading.then(() => this.#load(budget, maybeYield, signal));
    this.#loading = loading.catch(() => undefined);
    return loading;
  }

  async #load(budget: ReadBudget, maybeYield?: MaybeYield, signal?: Cancellation): Promise<number> {
    if (this.#paths === undefined) {
      const revision = this.#revision;
      const paths = await this.files.paths();
      if (this.#revision === revision) this.#paths = paths;
      this.#folders = foldersOf(paths);
      this.#loadCount += 1;
    }
    for (const name of this.#requestedStubs) {
      const text = (this.stubs[name] ?? []).join('\n');
      const reading = readModule(name, text, { stubName: name });
      this.#stubModules.set(name, await runInSlices(reading, maybeYield));
      this.#requestedStubs.delete(name);
      this.#loadCount += 1;
    }
    // Files left over when the budget is spent or the query is cancelled stay requested: the next query reads them.
    for (const path of this.#requestedFiles) {
      if (budget.modulesLeft === 0 || signal?.aborted === true) break;
      budget.modulesLeft -= 1;
      await this.#readFile(path, maybeYield);
      this.#requestedFiles.delete(path);
    }
    return this.#loadCount;
  }

  async #readFile(path: string, maybeYield?: MaybeYield): Promise<void> {
    const revision = this.#revision;
    // A folder without `__init__.py` is an empty package.
    const text = this.#paths?.has(path) === false ? '' : await this.files.read(path);
    const previous = this.#stale.get(path);
    this.#stale.delete(path);
    const reading = text === undefined ? undefined : readModule(path, text, { previous });
    const module = reading === undefined ? undefined : await runInSlices(reading, maybeYield);
    if (this.#revision === revision) this.#cache(path, module);
    else if (module !== undefined) this.#stale.set(path, module);
    this.#loadCount += 1;
  }

  #cache(path: string, module: PythonModule | undefined): void {
    this.#ownModules.set(path, module);
    const oldest = this.#ownModules.keys().next();
    if (this.#ownModules.size > MAX_CACHED_MODULES && oldest.done !== true) {
      this.#ownModules.delete(oldest.value);
    }
  }
}
