import { archiveId } from '../archive/archiveIds';
import type { LogFailure, ReadingProgress } from '../archive/archiveReading';
import { isSourceError, reasonOf, type ArchiveSource, type MaybeYield } from '../archive/archiveSource';
import { sourceProblem, type Problem } from '../archive/problems';
import { readArchive, type Archive } from '../archive/readArchive';
import { CancellationSource } from '../base/cancellation';
import type { ArchiveId } from '../model';

/** A source that is yet to be looked at: whether it is a folder or a file takes its file system to tell. */
export interface UnopenedSource {
  /** The name of its folder or file. */
  readonly name: string;
  /** Its path or URL, for messages. */
  readonly location: string;
  /** The reader's own title of the archive. */
  readonly title?: string;
  /** Whether the first library waits for it: the archive that ships. */
  readonly isAwaited?: true;
  /** @throws {SourceError} */
  open(): Promise<ArchiveSource>;
}

export interface SourceReadingOptions {
  readonly maybeYield?: MaybeYield;
  readonly logFailure?: LogFailure;
  /** Called when the reading has advanced. */
  readonly onProgress?: () => void;
}

/** What has become of a source. */
export type SourceOutcome =
  | { readonly source: ArchiveSource; readonly archive: Archive }
  /** Why it was left out. */
  | { readonly problem: Problem };

/** The reading of one source, which fails, takes its time and is cancelled apart from all others. */
export class SourceReading {
  readonly #cancellation = new CancellationSource();
  #previous: SourceOutcome | undefined;
  #outcome: SourceOutcome | undefined;
  #progress: ReadingProgress = { found: 0, read: 0 };
  #running: Promise<void> | undefined;

  /** @param previous The outcome of an earlier reading, which counts until this one is done. */
  constructor(
    readonly source: UnopenedSource,
    private readonly options: SourceReadingOptions = {},
    previous?: SourceOutcome,
  ) {
    this.#previous = previous;
  }

  get isDone(): boolean {
    return this.#outcome !== undefined;
  }

  /** Whether it is done, and the source is left out. */
  get hasFailed(): boolean {
    return this.#outcome !== undefined && 'problem' in this.#outcome;
  }

  get progress(): ReadingProgress {
    return this.#progress;
  }

  /** What has become of the source, as far as it is known. */
  get outcome(): SourceOutcome | undefined {
    return this.#outcome ?? this.#previous;
  }

  /** The id that its archive has unless another one has it; while nothing was read, that by its name. */
  get wantedId(): ArchiveId {
    const { outcome } = this;
    return outcome !== undefined && 'archive' in outcome ? outcome.archive.id : archiveId(this.source.name);
  }

  /** Reads the source, if that has not begun. Resolves when it is done. */
  start(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Leaves the source out, unless it is done. */
  cancel(): void {
    this.#cancellation.abort();
  }

  async #run(): Promise<void> {
    const cancelled = this.#cancellation.whenAborted.then((): SourceOutcome => {
      return { problem: { kind: 'readingCancelled', severity: 'warning', args: [] } };
    });
    // A file system may never answer, so that cancelling does not wait for it.
    this.#outcome = await Promise.race([this.#read(), cancelled]);
    this.#previous = undefined;
    this.options.onProgress?.();
  }

  async #read(): Promise<SourceOutcome> {
    const { maybeYield, logFailure, onProgress } = this.options;
    try {
      const { title } = this.source;
      const opened = await this.source.open();
      const source = title === undefined ? opened : { ...opened, title };
      const archive = await readArchive(source, {
        ...(maybeYield === undefined ? {} : { maybeYield }),
        ...(logFailure === undefined ? {} : { logFailure }),
        signal: this.#cancellation,
        onProgress: (progress) => {
          this.#progress = progress;
          onProgress?.();
        },
      });
      return { source, archive };
    } catch (error) {
      if (isSourceError(error)) return { problem: sourceProblem(reasonOf(error)) };
      if (!this.#cancellation.aborted) logFailure?.(this.source.location, error);
      return { problem: { kind: 'internalError', severity: 'error', args: [] } };
    }
  }
}
