import * as vscode from 'vscode';
import type { ModuleFiles, ModuleStore } from '../../core/python/moduleStore';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** The files that names are resolved in. */
const PYTHON = '**/*.py';
/** Folders without modules of the workspace's own. */
const EXCLUDED_FOLDERS = [
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
const EXCLUDED_FILES = `**/{${EXCLUDED_FOLDERS.join(',')}}/**`;
const MAX_FILES = 20_000;
/** In bytes: larger modules are data. */
const MAX_FILE_SIZE = 1_000_000;
/** Milliseconds without further changes until the event fires. */
const DEBOUNCE_DELAY = 300;

/** The Python files of the workspace, from open editors or from disk. */
export class WorkspaceModules implements ModuleFiles, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires after files have changed on disk, debounced. */
  readonly onDidChange = this.#changed.event;
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      this.#changed.fire();
    }, DEBOUNCE_DELAY),
  );
  #uris: ReadonlyMap<string, vscode.Uri> = new Map();
  #store: ModuleStore | undefined;
  #generation = 0;

  /** A number that increases with every change of any file. */
  get generation(): number {
    return this.#generation;
  }

  /** Begins to invalidate modules of a store when their files change. Only the first store is connected. */
  connect(store: ModuleStore): void {
    if (this.#store !== undefined) return;
    this.#store = store;
    const watcher = vscode.workspace.createFileSystemWatcher(PYTHON);
    const invalidate = (path?: string): void => {
      store.forget(path);
      this.#generation += 1;
    };
    this.#disposables.addAll(
      watcher,
      watcher.onDidChange(({ path }) => {
        if (isExcluded(path)) return;
        invalidate(path);
        this.#announcement.schedule();
      }),
      ...[watcher.onDidCreate, watcher.onDidDelete].map((event) =>
        event(({ path }) => {
          if (isExcluded(path)) return;
          invalidate();
          this.#announcement.schedule();
        }),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        invalidate();
        this.#announcement.schedule();
      }),
      // No event: other files see the edit when they are analysed again.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === 'python' && contentChanges.length > 0) invalidate(document.uri.path);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.languageId === 'python') invalidate(document.uri.path);
      }),
    );
  }

  async paths(): Promise<ReadonlySet<string>> {
    const uris = await vscode.workspace.findFiles(PYTHON, EXCLUDED_FILES, MAX_FILES);
    this.#uris = new Map(uris.map((uri) => [uri.path, uri]));
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
      return bytes.length > MAX_FILE_SIZE ? undefined : new TextDecoder().decode(bytes);
    } catch {
      // Deleted or unreadable: names from it do not resolve.
      return undefined;
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** Whether a path is in an excluded folder, where an installer may create thousands of files. */
function isExcluded(path: string): boolean {
  return path.split('/').some((folder) => EXCLUDED_FOLDERS.includes(folder));
}
