import { reasonMessage, type Reason } from './problems';

/** Called between pieces of long work; resolves once other work on the thread has had its turn, should it be due. */
export type MaybeYield = () => Promise<void>;

/** The port behind which an archive's bytes lie: a folder, a file, the archive that ships. */
export interface ArchiveSource {
  /** What to call the archive when it does not name itself: the folder's or file's name. */
  readonly name: string;
  /** Where it is, for messages: a path or an address. */
  readonly location: string;
  /** The folder that the paths of its files count from: a path or an address. */
  readonly root: string;
  /** Where one of its files is, for messages and for opening it. */
  locate(path: string): string;
  /**
   * Paths of the Markdown documents, and of `archive.json` where there is one, relative and sorted.
   *
   * @throws {SourceError} when the archive itself cannot be read.
   */
  list(): Promise<SourceListing>;
  /**
   * The text of one file of the archive.
   *
   * @throws {SourceError} when the file cannot be read or is not UTF-8.
   */
  read(path: string): Promise<string>;
  /** What is known of a file of the archive; `undefined` when it has none of that path. Never throws. */
  fileAt(path: string): Promise<FileFacts | undefined>;
}

export interface FileFacts {
  /** Its size in bytes, where it can be told. */
  readonly bytes?: number;
  /** When it was changed last, in milliseconds since 1970, where it can be told. */
  readonly modified?: number;
}

export interface SourceListing {
  readonly manifest: boolean;
  readonly documents: readonly string[];
  /** Set when there were more documents than the source is willing to read. */
  readonly cutAt?: number;
  /** Documents left out because of their size; the limit is in bytes. */
  readonly tooLarge?: { readonly limit: number; readonly documents: readonly string[] };
}

/** A source that cannot be read. The message says why in an English sentence. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  /** @param reason Why, or the error of a file system that knows no more than its own message. */
  constructor(readonly reason: Reason | Error) {
    super(reason instanceof Error ? reason.message : reasonMessage(reason));
  }
}

/** Whether an error is a `SourceError`, also one of another bundle's copy of the class. */
export function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && error.name === 'SourceError';
}

/** Why a source cannot be read, as the argument of a problem. */
export function reasonOf({ reason }: SourceError): Reason | string {
  return reason instanceof Error ? reason.message : reason;
}
