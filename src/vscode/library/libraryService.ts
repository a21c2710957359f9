import * as vscode from 'vscode';
import type { Library, LocatedProblem } from '../../core/library/library';
import { createYielder } from '../base/timeSlice';
import { DisposableStore } from '../base/disposables';
import { logError } from '../base/reportFailure';
import { changesSources } from '../base/settings';
import { openSources } from './configuredSources';
import { SourceWatcher } from './sourceWatcher';
import { problemLocation, problemText, displayPath } from '../entries/labels';
import { t } from '../base/l10n';

/** The library: opened on first use, and again when its sources change, in the settings or on disk. */
export class LibraryService implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when another library has taken the place of the one that was there. */
  readonly onDidChange = this.#changed.event;
  readonly #workChanged = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when reading begins or ends, and when there is another library or none: `isReading`, `opened`. */
  readonly onDidChangeState = this.#workChanged.event;
  readonly #watcher = this.#disposables.add(new SourceWatcher());
  #opening: Promise<Library> | undefined;
  #opened: Library | undefined;
  /** Openings under way. One that another has replaced is work too, until it ends. */
  #readings = 0;
  /** Counts what asks for another library: only the latest may bring one. */
  #run = 0;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#disposables.addAll(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSources(event)) this.#replace();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#replace();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#replace();
      }),
      this.#watcher.onDidChange(() => void this.#refresh()),
    );
  }

  /** Whether archives are being read. */
  get isLoading(): boolean {
    return this.#readings > 0;
  }

  /** The library as far as it is there; asking opens nothing. */
  get loadedLibrary(): Library | undefined {
    return this.#opened;
  }

  /** The library; a failed opening is tried anew at the next call. */
  library(): Promise<Library> {
    if (this.#opening === undefined) {
      const opening = this.#open();
      this.#opening = opening;
      opening.then(
        (library) => {
          if (this.#opening === opening) this.#setOpened(library);
        },
        () => {
          if (this.#opening === opening) this.#opening = undefined;
        },
      );
      this.#countReading(opening);
    }
    return this.#opening;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #setOpened(library: Library | undefined): void {
    this.#opened = library;
    this.#workChanged.fire();
  }

  /** Other sources are asked for: what was there counts no more. Before its first use there is nothing to replace. */
  #replace(): void {
    this.#run += 1;
    if (this.#opening === undefined) return;
    this.#opening = undefined;
    this.#setOpened(undefined);
    this.#changed.fire();
  }

  /** Files have changed: the library that is there serves until the new one is read. */
  async #refresh(): Promise<void> {
    if (this.#opening === undefined) return;
    const run = (this.#run += 1);
    const opening = this.#open();
    this.#countReading(opening);
    let library: Library;
    try {
      library = await opening;
    } catch (error) {
      logError(this.log, error);
      return;
    }
    if (run !== this.#run) return;
    this.#opening = opening;
    this.#setOpened(library);
    this.#changed.fire();
  }

  /** Work from now on, and until it has succeeded or failed. */
  #countReading(opening: Promise<Library>): void {
    this.#readings += 1;
    this.#workChanged.fire();
    const end = (): void => {
      this.#readings -= 1;
      this.#workChanged.fire();
    };
    opening.then(end, end);
  }

  async #open(): Promise<Library> {
    const bundle = await import('../lazy/library');
    this.#watcher.watch();
    const sources = await openSources(this.extensionUri, bundle);
    const library = await bundle.openLibrary(sources, {
      createIndex: bundle.createInvertedIndex,
      maybeYield: createYielder(),
    });
    for (const { id, entries, location } of library.archives) {
      this.log.info(t('{0}: {1} entries from {2}', id, entries.length, displayPath(location)));
    }
    for (const problem of library.problems) this.#report(problem);
    return library;
  }

  #report(problem: LocatedProblem): void {
    const text = problemLine(problem);
    if (problem.severity === 'error') this.log.error(text);
    else if (problem.severity === 'warning') this.log.warn(text);
    else this.log.info(text);
  }
}

/** A problem with its place: `/archives/room/a.md:12: The image …`. */
export function problemLine(problem: LocatedProblem): string {
  return `${problemLocation(problem)}: ${problemText(problem)}`;
}
