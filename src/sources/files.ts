import type { FileFacts } from '../core/archive/archiveSource';

/** The port for files. A path is whatever its implementation takes: a file path, or a URI as text. */
export interface FileSystem {
  /** Whether `path` is a file, a folder, or neither; a link counts as what it leads to. Never throws. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /**
   * Names in a folder, each with its kind. Symbolic links, and what is neither a file nor a folder, are left out.
   *
   * @throws {SourceError} when the folder cannot be read.
   */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>;
  /** Whether `path` itself is a symbolic link. Never throws. */
  isLink(path: string): Promise<boolean>;
  /**
   * What is known of a file; `undefined` where `path` is no file. A link counts as what it leads to. Never throws.
   */
  facts(path: string): Promise<FileFacts | undefined>;
  /**
   * A file's text.
   *
   * @throws {SourceError} when the file cannot be read or is not UTF-8.
   */
  readText(path: string): Promise<string>;
  /** The path of a relative name, with `/` between folders, below a folder. */
  join(folder: string, relative: string): string;
}
