import * as vscode from 'vscode';
import type { Library, LocatedProblem } from '../../core/library/library';
import { createYielder } from '../base/timeSlice';
import { LatestRun } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import type { Log } from '../base/log';
import { changesSources } from '../base/settings';
import { openSources } from './configuredSources';
import { SourceWatcher } from './sourceWatcher';
import { problemLocation, problemText, displayPath } from '../entries/labels';
import { t } from '../base/l10n';

/** Owns the library: opens it on first use, and again when its sources change in the settings or on disk. */
export class LibraryService implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when another library replaces the current one. */
  readonly onDidChange = this.#changed.event;
  readonly #stateChanged = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when `isLoading` or `loadedLibrary` changes. */
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #watcher = this.#disposables.add(new SourceWatcher());
  #opening: Promise<Library> | undefined;
  #loaded: Library | undefined;
  /** Openings in progress, including those that have been superseded. */
  #openings = 0;
  /** Requests for another library: only the latest may replace the current one. */
  readonly #requests = new LatestRun();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
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
    return this.#openings > 0;
  }

  /** The library, if it is loaded. Never opens it. */
  get loadedLibrary(): Library | undefined {
    return this.#loaded;
  }

  /** The library, opened if necessary. After a failure, the next call tries again. */
  library(): Promise<Library> {
    if (this.#opening === undefined) {
      const opening = this.#open();
      this.#opening = opening;
      opening.then(
        (library) => {
          if (this.#opening === opening) this.#setLoaded(library);
        },
        () => {
          if (this.#opening === opening) this.#opening = undefined;
        },
      );
      this.#countOpening(opening);
    }
    return this.#opening;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #setLoaded(library: Library | undefined): void {
    this.#loaded = library;
    this.#stateChanged.fire();
  }

  /** Discards the library: its sources have changed. */
  #replace(): void {
    this.#requests.cancel();
    if (this.#opening === undefined) return;
    this.#opening = undefined;
    this.#setLoaded(undefined);
    this.#changed.fire();
  }

  /** Reopens the library: its files have changed. The current one stays in use until the new one is read. */
  async #refresh(): Promise<void> {
    if (this.#opening === undefined) return;
    const request = this.#requests.start();
    const opening = this.#open();
    this.#countOpening(opening);
    let library: Library;
    try {
      library = await opening;
    } catch (error) {
      this.log.error(error);
      return;
    }
    if (request.aborted) return;
    this.#opening = opening;
    this.#setLoaded(library);
    this.#changed.fire();
  }

  #countOpening(opening: Promise<Library>): void {
    this.#openings += 1;
    this.#stateChanged.fire();
    const end = (): void => {
      this.#openings -= 1;
      this.#stateChanged.fire();
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
    for (const problem of library.problems) this.#logProblem(problem);
    return library;
  }

  #logProblem(problem: LocatedProblem): void {
    const text = problemLine(problem);
    if (problem.severity === 'error') this.log.error(text);
    else if (problem.severity === 'warning') this.log.warn(text);
    else this.log.info(text);
  }
}

/** A problem with its location: `/archives/room/a.md:12: The image …`. */
export function problemLine(problem: LocatedProblem): string {
  return `${problemLocation(problem)}: ${problemText(problem)}`;
}
