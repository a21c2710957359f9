import type { Cancellation } from '../base/cancellation';
import { reasonMessage, type Problem, type Reason } from './problems';

/** Called at intervals during long work. Yields the thread where the time slice is used up, and resolves afterwards. */
export type MaybeYield = () => Promise<void>;

/** The port to the files of an archive: a folder, a single file, the archive that ships with the extension. */
export interface ArchiveSource {
  /** The name of an archive that does not name itself: that of the folder or file. */
  readonly name: string;
  /** The reader's own title of the archive, in place of the one that it gives itself. */
  readonly title?: string;
  /** Whether it is a single document, which nothing can be declared beside. */
  readonly isFile?: true;
  /** Its path or URL, for messages. */
  readonly location: string;
  /** Path or URL of the folder that paths of its files are relative to. */
  readonly root: string;
  /** Path or URL of one of its files, for messages and for opening it. */
  locate(path: string): string;
  /**
   * Lists the Markdown documents by relative paths, sorted, and whether there is an `archive.json`.
   *
   * @throws {SourceError} when the archive itself cannot be read.
   * @throws {CancelledError}
   */
  list(options?: ListOptions): Promise<SourceListing>;
  /**
   * Reads one file of the archive as text.
   *
   * @throws {SourceError} when the file cannot be read, is too large or is no text.
   */
  read(path: string): Promise<string>;
  /** The size and time of a file of the archive; `undefined` where there is none at that path. Never throws. */
  fileAt(path: string): Promise<FileFacts | undefined>;
  /** Reads at most the first `maxBytes` of a file; `undefined` where it cannot be read. Never throws. */
  readStart(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
}

export interface ListOptions {
  readonly signal?: Cancellation;
  /** Called with the number of files of any kind that are listed so far. */
  readonly onProgress?: (files: number) => void;
}

export interface FileFacts {
  /** Its size in bytes, where known. */
  readonly bytes?: number;
  /** The time of its last change, in milliseconds since 1970, where known. */
  readonly modified?: number;
}

export interface SourceListing {
  readonly manifest: boolean;
  readonly documents: readonly string[];
  /** What limits have cut, and folders that cannot be read. */
  readonly problems?: readonly Problem[];
  /** Files that are no documents, where the source is a folder. */
  readonly others?: OtherFiles;
}

/** Files of an archive that are not read. */
export interface OtherFiles {
  /** Their number, without images and the manifest. */
  readonly count: number;
  /** How many of them end in each extension, which is in lower case and has its dot; the most frequent first. */
  readonly extensions: ReadonlyMap<string, number>;
}

/** A source that cannot be read. The message is an English sentence. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  /** @param reason A known reason, or the error of a file system where there is only its message. */
  constructor(readonly reason: Reason | Error) {
    super(reason instanceof Error ? reason.message : reasonMessage(reason));
  }
}

/** Whether an error is a `SourceError`, also where another bundle has its own copy of the class. */
export function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && error.name === 'SourceError';
}

/** The reason as an argument of a problem. */
export function reasonOf({ reason }: SourceError): Reason | string {
  return reason instanceof Error ? reason.message : reason;
}
