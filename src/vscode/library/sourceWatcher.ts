import * as vscode from 'vscode';
import { isMarkdownName } from '../../core/archive/paths';
import { workspaceFileSystem } from './workspaceFileSystem';
import { configuredSourceUris } from './configuredSources';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** Milliseconds without further changes until the event fires: a checkout changes many files. */
const DEBOUNCE_DELAY = 300;
/** The files of an archive besides its documents: the manifest and images. */
const OTHER_FILE = /\.(json|png|jpe?g|gif|svg|webp|avif)$/i;
const IMAGE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;
/** Folders that sources skip. */
const SKIPPED = /\/(\.[^/]+|node_modules)\//;

/** Watches the files of the configured archives. */
export class SourceWatcher implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<ReadonlySet<string>>());
  /** Fires with the URIs of the archives whose files have changed. */
  readonly onDidChange = this.#changed.event;
  /** By the URI of the archive. */
  readonly #watchers = new Map<string, vscode.Disposable>();
  /** The archives that have changed since the event fired last. */
  #pending = new Set<string>();
  #isDisposed = false;
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      const changed = this.#pending;
      this.#pending = new Set();
      this.#changed.fire(changed);
    }, DEBOUNCE_DELAY),
  );

  /** Watches the archives that are configured now; none once the watcher is disposed of. */
  watch(): void {
    if (this.#isDisposed) return;
    const configured = new Map(configuredSourceUris().map((uri) => [uri.toString(), uri]));
    const removed = [...this.#watchers].filter(([uri]) => !configured.has(uri));
    const added = [...configured].filter(([uri]) => !this.#watchers.has(uri));
    for (const [key, watcher] of removed) {
      watcher.dispose();
      this.#watchers.delete(key);
      this.#pending.delete(key);
    }
    // Removed archives are no reason to read the others again.
    if (this.#pending.size === 0) this.#announcement.cancel();
    // Existing watchers stay: a new one misses changes until it is set up.
    for (const [key, uri] of added) this.#watchers.set(key, this.#watch(uri));
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#disposables.dispose();
  }

  #watch(uri: vscode.Uri): vscode.Disposable {
    const key = uri.toString();
    const isFile = isMarkdownName(uri.path);
    // Watches the folder of a single file, whose name might contain special characters of a pattern.
    const base = isFile ? vscode.Uri.joinPath(uri, '..') : uri;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(base, isFile ? '*' : '**/*'),
    );
    const isOurs = ({ path }: vscode.Uri): boolean =>
      isFile ? path === uri.path || IMAGE.test(path) : !SKIPPED.test(path.slice(uri.path.length));
    const ifOurs =
      (isRelevant: (file: vscode.Uri) => boolean | Promise<boolean>) =>
      async (file: vscode.Uri): Promise<void> => {
        if (!isOurs(file) || !(await isRelevant(file)) || this.#watchers.get(key) !== all) return;
        this.#pending.add(key);
        this.#announcement.schedule();
      };
    const isDocument = ({ path }: vscode.Uri): boolean => isMarkdownName(path) || OTHER_FILE.test(path);
    const all = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(ifOurs(isDocument)),
      // A whole folder may be created or deleted. Whether something deleted was a folder is unknown.
      watcher.onDidCreate(ifOurs((file) => isDocument(file) || isFolder(file))),
      watcher.onDidDelete(ifOurs(() => true)),
    );
    return all;
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return (await workspaceFileSystem.kind(uri.toString())) === 'folder';
}
