import { CancelledError, throwIfCancelled } from '../base/cancellation';
import type { Cancellation } from '../base/cancellation';
import type { ArchiveSource, MaybeYield } from './archiveSource';
import type { Problem } from './problems';

/** Takes note of an error of ours, with where it was: the problem that the reader sees does not have its text. */
export type LogFailure = (location: string, error: unknown) => void;

export interface ReadArchiveOptions {
  readonly maybeYield?: MaybeYield;
  readonly signal?: Cancellation;
  readonly logFailure?: LogFailure;
  /** Called when more files are listed or documents read. */
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** How far the reading of an archive has come. */
export interface ReadingProgress {
  /** Files of any kind that are listed; once all are, the number of documents. */
  readonly found: number;
  /** Documents read; zero while files are being listed. */
  readonly read: number;
}

type Place = Pick<Problem, 'document' | 'line'>;

/** What the steps of reading one archive share: its source, and the problems found so far. */
export class ArchiveReading {
  readonly problems: Problem[] = [];
  /** The documents with a reported failure; one report each will do. */
  readonly #failed = new Set<string | undefined>();

  constructor(
    readonly source: ArchiveSource,
    readonly options: ReadArchiveOptions,
  ) {}

  /**
   * Yields the thread where its time slice is used up.
   *
   * @throws {CancelledError}
   */
  async pause(): Promise<void> {
    throwIfCancelled(this.options.signal);
    await this.options.maybeYield?.();
  }

  /** The result of a step. Where it throws, an error of ours is reported for its place, and the result is the fallback. */
  contain<T>(place: Place, step: () => T, fallback: T): T {
    try {
      return step();
    } catch (error) {
      this.#report(place, error);
      return fallback;
    }
  }

  /**
   * The same for a step that takes time.
   *
   * @throws {CancelledError}
   */
  async containAsync<T>(place: Place, step: () => Promise<T>, fallback: T): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      this.#report(place, error);
      return fallback;
    }
  }

  #report(place: Place, error: unknown): void {
    const { document } = place;
    this.options.logFailure?.(
      document === undefined ? this.source.location : this.source.locate(document),
      error,
    );
    if (this.#failed.has(document)) return;
    this.#failed.add(document);
    this.problems.push({ kind: 'internalError', severity: 'error', ...place, args: [] });
  }
}
