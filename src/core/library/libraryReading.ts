import { mapConcurrently } from '../base/mapConcurrently';
import { buildLibrary, type LibraryOptions } from './buildLibrary';
import type { Library } from './library';
import type { SourceReading } from './sourceReading';

/** Sources that are read side by side. */
const MAX_CONCURRENT_SOURCES = 16;

/** The reading of all sources side by side. What has been read can be searched while the rest is being read. */
export class LibraryReading {
  /** Resolves when all sources are done. */
  readonly finished: Promise<void>;
  /** The sources that were done when the library was built last. */
  #built: ReadonlySet<SourceReading> | undefined;
  #announce: () => void = () => undefined;

  /**
   * @param readings In the order of their archives. Those that have begun are continued.
   * @param current Whose library is in use: until more is read, there is no need of another one.
   */
  constructor(
    private readonly readings: readonly SourceReading[],
    private readonly options: LibraryOptions,
    current?: LibraryReading,
  ) {
    this.#built = current === undefined ? undefined : current.#built;
    this.finished = mapConcurrently(readings, MAX_CONCURRENT_SOURCES, async (reading) => {
      await reading.start();
      this.#announce();
    }).then(() => {
      this.#announce();
    });
  }

  /**
   * Waits until there is more to search than the last library had: at first the archives that are awaited and any other
   * one, then each further one. Resolves to `false` when that library had everything.
   */
  async hasMore(): Promise<boolean> {
    for (;;) {
      const built = this.#built;
      if (built !== undefined && this.readings.every((reading) => built.has(reading))) return false;
      const isComplete = this.readings.every(({ isDone }) => isDone);
      const hasNews = this.readings.some((reading) => reading.isDone && built?.has(reading) !== true);
      if (isComplete || (hasNews && this.#isUsable())) return true;
      await new Promise<void>((resolve) => {
        this.#announce = resolve;
      });
    }
  }

  /** The library of what has been read so far. */
  build(): Promise<Library> {
    this.#built = new Set(this.readings.filter(({ isDone }) => isDone));
    return buildLibrary(this.readings, this.options);
  }

  #isUsable(): boolean {
    return (
      this.readings.every(({ isDone, source }) => isDone || source.isAwaited !== true) &&
      this.readings.some(({ outcome }) => outcome !== undefined && 'archive' in outcome)
    );
  }
}
