import * as vscode from 'vscode';
import { configuredUris } from './sources';

/** Milliseconds without a further change before the archives are read again: a checkout changes many files. */
const QUIET = 300;
/** What an archive is made of: documents, its manifest, pictures. A folder may come or go whole. */
const MATTERS = /\.(md|markdown|json|png|jpe?g|gif|svg|webp|avif)$|\/[^./]+$/i;

/** Tells when a file of a configured archive has changed on disk. */
export class SourceWatcher implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #watched = '';
  #watchers: readonly vscode.Disposable[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Watches the archives that the settings name now. */
  watch(): void {
    const uris = configuredUris();
    const wanted = uris.map(String).join('\n');
    // A new watcher misses what happens until it is set up: one that is there stays.
    if (wanted === this.#watched) return;
    this.#watched = wanted;
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = uris.flatMap((uri) => this.#watch(uri));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.dispose();
    this.#changed.dispose();
  }

  #watch(uri: vscode.Uri): readonly vscode.Disposable[] {
    const isFile = /\.(md|markdown)$/i.test(uri.path);
    const pattern = isFile
      ? new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), uri.path.split('/').at(-1) ?? '')
      : new vscode.RelativePattern(uri, '**/*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const changed = (file: vscode.Uri): void => {
      if (!MATTERS.test(file.path) || file.path.includes('/.git/')) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#changed.fire();
      }, QUIET);
    };
    return [
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
    ];
  }
}
