import * as vscode from 'vscode';
import { workspaceFileSystem } from './workspaceFileSystem';
import { configuredSourceUris } from './configuredSources';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** Milliseconds without a further change before the archives are read again: a checkout changes many files. */
const QUIET = 300;
/** What an archive is made of: documents, its manifest, pictures. */
const FILE = /\.(md|markdown|json|png|jpe?g|gif|svg|webp|avif)$/i;
const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;
/** Folders that sources leave out. */
const SKIPPED = /\/(\.[^/]+|node_modules)\//;

/** Tells when a file of a configured archive has changed on disk. */
export class SourceWatcher implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  /** By the archives' URIs. */
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      this.#changed.fire();
    }, QUIET),
  );

  /** Watches the archives that the settings name now. */
  watch(): void {
    const wanted = new Map(configuredSourceUris().map((uri) => [uri.toString(), uri]));
    const gone = [...this.#watchers].filter(([uri]) => !wanted.has(uri));
    const fresh = [...wanted].filter(([uri]) => !this.#watchers.has(uri));
    // Other archives are read anyway, and what is gone is no reason to read these again.
    if (gone.length + fresh.length > 0) this.#announcement.cancel();
    for (const [key, watcher] of gone) {
      watcher.dispose();
      this.#watchers.delete(key);
    }
    // A new watcher misses what happens until it is set up: one that is there stays.
    for (const [key, uri] of fresh) this.#watchers.set(key, this.#watch(uri));
  }

  dispose(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#disposables.dispose();
  }

  #watch(uri: vscode.Uri): vscode.Disposable {
    const isFile = /\.(md|markdown)$/i.test(uri.path);
    // A file's name may hold what a pattern would read as its own: its folder is watched.
    const base = isFile ? vscode.Uri.joinPath(uri, '..') : uri;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(base, isFile ? '*' : '**/*'),
    );
    const isOurs = ({ path }: vscode.Uri): boolean =>
      isFile ? path === uri.path || PICTURE.test(path) : !SKIPPED.test(path.slice(uri.path.length));
    const ifOurs =
      (matters: (file: vscode.Uri) => boolean | Promise<boolean>) =>
      async (file: vscode.Uri): Promise<void> => {
        if (isOurs(file) && (await matters(file)) && this.#watchers.get(uri.toString()) === all)
          this.#announcement.schedule();
      };
    const isDocument = ({ path }: vscode.Uri): boolean => FILE.test(path);
    const all = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(ifOurs(isDocument)),
      // A folder may come or go whole. What is gone cannot be asked what it was.
      watcher.onDidCreate(ifOurs((file) => isDocument(file) || isFolder(file))),
      watcher.onDidDelete(ifOurs(() => true)),
    );
    return all;
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return (await workspaceFileSystem.kind(uri.toString())) === 'folder';
}
