import type { FileFacts } from '../core/archive/archiveSource';

/** The port to a file system. What a path is depends on the implementation: a file path, or a URI as text. */
export interface FileSystem {
  /** Whether `path` is a file, a folder, or neither; links are followed. Never throws. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /**
   * Lists the files and folders in a folder, by name. Symbolic links and special files are skipped.
   *
   * @throws {SourceError} when the folder cannot be read.
   */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>;
  /** Whether `path` itself is a symbolic link. Never throws. */
  isLink(path: string): Promise<boolean>;
  /**
   * The size and time of a file; `undefined` where `path` is not a file. Links are followed. Never throws.
   */
  facts(path: string): Promise<FileFacts | undefined>;
  /**
   * Reads a file as text.
   *
   * @throws {SourceError} when the file cannot be read or is no text.
   */
  readText(path: string): Promise<string>;
  /** Reads at most the first `maxBytes` of a file; `undefined` where it cannot be read. Never throws. */
  readStart(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Joins the path of a folder and a relative path with `/` between folders. */
  join(folder: string, relative: string): string;
}
