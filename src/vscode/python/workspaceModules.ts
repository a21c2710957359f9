import * as vscode from 'vscode';
import type { ModuleFiles, ModuleStore } from '../../core/python/moduleStore';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** Python files that names are followed into. */
const PYTHON = '**/*.py';
/** Folders in which nobody's own modules are. */
const FOREIGN = [
  '.git',
  '.hg',
  '.venv',
  'venv',
  '.env',
  'env',
  'node_modules',
  'site-packages',
  '__pycache__',
  '.tox',
  '.nox',
  'build',
  'dist',
];
const EXCLUDED = `**/{${FOREIGN.join(',')}}/**`;
const MAX_FILES = 20_000;
/** Larger modules are data. */
const LARGEST = 1_000_000;
/** Milliseconds in which several changes count as one. */
const QUIET = 300;

/** The Python files of the workspace: as they are in open editors, else on disk. */
export class WorkspaceModules implements ModuleFiles, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires a moment after files have changed on disk. */
  readonly onDidChange = this.#changed.event;
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      this.#changed.fire();
    }, QUIET),
  );
  #uris: ReadonlyMap<string, vscode.Uri> = new Map();
  #store: ModuleStore | undefined;
  #generation = 0;

  /** Another number after each change of some file. */
  get generation(): number {
    return this.#generation;
  }

  /** Tells a store of changes, from now on. */
  connect(store: ModuleStore): void {
    if (this.#store !== undefined) return;
    this.#store = store;
    const watcher = vscode.workspace.createFileSystemWatcher(PYTHON);
    const forget = (path?: string): void => {
      store.forget(path);
      this.#generation += 1;
    };
    this.#disposables.addAll(
      watcher,
      watcher.onDidChange(({ path }) => {
        if (isForeign(path)) return;
        forget(path);
        this.#announcement.schedule();
      }),
      ...[watcher.onDidCreate, watcher.onDidDelete].map((event) =>
        event(({ path }) => {
          if (isForeign(path)) return;
          forget();
          this.#announcement.schedule();
        }),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        forget();
        this.#announcement.schedule();
      }),
      // Who looks at another file sees the edit when it is asked again.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === 'python' && contentChanges.length > 0) forget(document.uri.path);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.languageId === 'python') forget(document.uri.path);
      }),
    );
  }

  async paths(): Promise<ReadonlySet<string>> {
    const found = await vscode.workspace.findFiles(PYTHON, EXCLUDED, MAX_FILES);
    this.#uris = new Map(found.map((uri) => [uri.path, uri]));
    return new Set(this.#uris.keys());
  }

  async read(path: string): Promise<string | undefined> {
    const uri = this.#uris.get(path);
    if (uri === undefined) return undefined;
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    if (open !== undefined) return open.getText();
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length > LARGEST ? undefined : new TextDecoder().decode(bytes);
    } catch {
      // Gone, or not to be read: names from it stand for nothing.
      return undefined;
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** An installer makes thousands of files that nobody's own modules are. */
function isForeign(path: string): boolean {
  return path.split('/').some((folder) => FOREIGN.includes(folder));
}
