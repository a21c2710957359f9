import type { FileFacts } from '../core/archive/archiveSource';

/** What is at a path: `other` is a device, a socket, a named pipe and the like. */
type FileKind = 'file' | 'folder' | 'other';

export interface FolderItem {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** The port to a file system. What a path is depends on the implementation: a file path, or a URI as text. */
export interface FileSystem {
  /** What is at `path`; `undefined` where there is nothing. Links are followed. Never throws. */
  kind(path: string): Promise<FileKind | undefined>;
  /**
   * Lists the files and folders in a folder, in any order. Symbolic links and special files are skipped.
   *
   * @param limit Of the items; the rest is left out.
   * @throws {SourceError} when the folder cannot be read.
   */
  list(path: string, limit: number): Promise<readonly FolderItem[]>;
  /** Whether `path` itself is a symbolic link. Never throws. */
  isLink(path: string): Promise<boolean>;
  /**
   * The size and time of a file; `undefined` where `path` is not a file. Links are followed. Never throws.
   */
  facts(path: string): Promise<FileFacts | undefined>;
  /**
   * Reads a file as text. Never waits for what is no regular file, such as a named pipe.
   *
   * @param limit In bytes.
   * @throws {SourceError} when the file cannot be read, is larger than the limit, or is no text.
   */
  readText(path: string, limit: number): Promise<string>;
  /** Reads at most the first `maxBytes` of a file; `undefined` where it cannot be read. Never throws. */
  readStart(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Joins the path of a folder and a relative path with `/` between folders. */
  join(folder: string, relative: string): string;
}
