import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { LibraryReading } from '../../core/library/libraryReading';
import type { SourceReading, UnopenedSource } from '../../core/library/sourceReading';
import { DisposableStore } from '../base/disposables';
import type { Log } from '../base/log';
import { changesSources } from '../base/settings';
import { createYielder } from '../base/timeSlice';
import type * as LibraryBundle from '../lazy/library';
import { configuredSources } from './configuredSources';
import { logLibrary } from './libraryLog';
import { Opening } from './opening';
import { ProgressTicker } from './progressTicker';
import { SourceWatcher } from './sourceWatcher';

/** Milliseconds for which the first library waits for what is read soon, as most archives are. */
const FIRST_PAUSE = 300;
/** How many times as long as the indexing of what was read takes, the next archive waits for others to join it. */
const INDEXING_PAUSE = 4;

/**
 * Owns the library: opens it on first use, and reads sources again when they change in the settings or on disk. What has
 * been read is a library already; others replace it until all sources are read.
 */
export class LibraryService implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when another library replaces the current one. */
  readonly onDidChange = this.#changed.event;
  readonly #stateChanged = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when `isLoading`, `loadedLibrary` or `readings` change. */
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #watcher = this.#disposables.add(new SourceWatcher());
  readonly #ticker = this.#disposables.add(
    new ProgressTicker(() => {
      this.#stateChanged.fire();
    }),
  );
  #opening: Opening | undefined;
  #loaded: Library | undefined;
  /** The sources that are read or being read, by location and title. */
  #readings = new Map<string, SourceReading>();
  #reading: LibraryReading | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    const replace = (): void => {
      this.#replace();
    };
    this.#disposables.addAll(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSources(event)) replace();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(replace),
      vscode.workspace.onDidChangeWorkspaceFolders(replace),
      this.#watcher.onDidChange((changed) => {
        this.#update(changed);
      }),
    );
  }

  /** Whether archives are being read. */
  get isLoading(): boolean {
    return this.#opening?.isFinished === false;
  }

  /** The sources that are being read. */
  get readings(): readonly SourceReading[] {
    return this.isLoading ? [...this.#readings.values()].filter(({ isDone }) => !isDone) : [];
  }

  /** The library, if it is loaded. Never opens it. */
  get loadedLibrary(): Library | undefined {
    return this.#loaded;
  }

  /**
   * The library, opened if necessary: with what has been read so far, at least the archive that ships. After a failure,
   * the next call tries again.
   */
  library(): Promise<Library> {
    return this.#open().library;
  }

  /** The library as soon as it has an entry, whose archive may be being read, and at the latest with all sources. */
  async libraryWith(entryId: string): Promise<Library> {
    const library = await this.library();
    return library.resolveEntry(entryId) === undefined ? this.whole() : library;
  }

  /** The library with all sources that can be read. */
  async whole(): Promise<Library> {
    for (;;) {
      const opening = this.#open();
      await opening.finished;
      if (opening === this.#opening || opening.hasFailed) return opening.library;
    }
  }

  /** Reads all sources again, also those whose reading was cancelled. */
  async readAgain(): Promise<void> {
    this.#cancelReadings(new Map());
    this.#readings = new Map();
    this.#replace();
    await this.whole();
  }

  dispose(): void {
    this.#cancelReadings(new Map());
    this.#disposables.dispose();
  }

  #open(): Opening {
    this.#opening ??= this.#start(new Opening());
    return this.#opening;
  }

  /** Discards the library: the list of sources has changed. Sources that stay in it are not read again. */
  #replace(): void {
    if (this.#opening === undefined) return;
    this.#opening = undefined;
    this.#loaded = undefined;
    this.#stateChanged.fire();
    this.#changed.fire();
  }

  /** Reads sources again whose files have changed. What was read before stays in use until then. */
  #update(locations: ReadonlySet<string>): void {
    if (this.#opening === undefined) return;
    this.#opening = this.#start(new Opening(this.#loaded), locations);
  }

  #start(opening: Opening, changed?: ReadonlySet<string>): Opening {
    // Runs after the opening is the current one.
    void Promise.resolve()
      .then(() => this.#read(opening, changed))
      .catch((error: unknown) => {
        if (this.#opening === opening && this.#loaded === undefined) this.#opening = undefined;
        if (!opening.fail(error)) this.log.error(error);
      })
      .finally(() => {
        // Another opening has superseded it.
        if (!opening.hasLibrary && !opening.hasFailed) opening.follow(this.library());
        opening.finish();
        this.#stateChanged.fire();
      });
    this.#stateChanged.fire();
    return opening;
  }

  async #read(opening: Opening, changed: ReadonlySet<string> | undefined): Promise<void> {
    const bundle = await import('../lazy/library');
    const sources = await configuredSources(this.extensionUri, bundle);
    if (this.#opening !== opening) return;
    this.#watcher.watch();
    const reading = this.#readingOf(sources, bundle, changed);
    this.#stateChanged.fire();
    while ((await reading.hasMore()) && this.#opening === opening) {
      if (!opening.hasLibrary) await Promise.race([delay(FIRST_PAUSE), reading.finished]);
      const start = performance.now();
      const library = await reading.build();
      if (this.#opening !== opening) return;
      this.#publish(opening, library);
      await Promise.race([delay(INDEXING_PAUSE * (performance.now() - start)), reading.finished]);
    }
    if (this.#opening === opening && this.#loaded !== undefined) logLibrary(this.log, this.#loaded);
  }

  /** Continues what is read or being read of the sources, and begins the rest and what has changed. */
  #readingOf(
    sources: readonly UnopenedSource[],
    bundle: typeof LibraryBundle,
    changed: ReadonlySet<string> | undefined,
  ): LibraryReading {
    const options = {
      createIndex: bundle.createInvertedIndex,
      maybeYield: createYielder(),
      logFailure: (location: string, error: unknown): void => {
        this.log.error(location);
        this.log.error(error);
      },
      onProgress: (): void => {
        this.#ticker.tick();
      },
    };
    const readings = new Map<string, SourceReading>();
    for (const source of sources) {
      const key = keyOf(source);
      const known = this.#readings.get(key);
      const isStale = known === undefined || (changed?.has(source.location) ?? known.hasFailed);
      readings.set(key, isStale ? new bundle.SourceReading(source, options, known?.outcome) : known);
    }
    this.#cancelReadings(readings);
    this.#readings = readings;
    const current = changed === undefined || this.#loaded === undefined ? undefined : this.#reading;
    this.#reading = new bundle.LibraryReading([...readings.values()], options, current);
    return this.#reading;
  }

  /** Cancels what is being read and is not among other readings. */
  #cancelReadings(others: ReadonlyMap<string, SourceReading>): void {
    const kept = new Set(others.values());
    for (const reading of this.#readings.values()) if (!kept.has(reading)) reading.cancel();
  }

  #publish(opening: Opening, library: Library): void {
    const isFirst = !opening.hasLibrary;
    this.#loaded = library;
    opening.publish(library);
    this.#stateChanged.fire();
    if (!isFirst) this.#changed.fire();
  }
}

/** Readings are of the same source where they are at the same place and say the same of it. */
function keyOf({ location, title }: UnopenedSource): string {
  return JSON.stringify([location, title]);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
