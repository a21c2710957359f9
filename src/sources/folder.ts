import { SourceError, type ArchiveSource } from '../core/archive/archiveSource';
import { MANIFEST_NAME } from '../core/archive/manifest';
import { fileNameOf, folderOf, isMarkdownName, stemOf } from '../core/archive/paths';
import type { FileSystem } from './files';
import { listFolder } from './folderListing';
import { MAX_DOCUMENT_BYTES } from './limits';

/** A folder of Markdown files, with its subfolders; hidden folders, `node_modules` and links are skipped. */
export function folderSource(files: FileSystem, root: string, name: string): ArchiveSource {
  const inside = new FilesInside(files, root);
  return {
    name,
    location: root,
    root,
    locate: (path) => files.join(root, path),
    list: (options) => listFolder(files, root, options),
    async read(path) {
      // It was no link when it was listed.
      if (await inside.leadsOut(path)) throw new SourceError({ why: 'link' });
      return files.readText(files.join(root, path), MAX_DOCUMENT_BYTES);
    },
    fileAt: (path) => inside.factsOf(path),
    readStart: (path, maxBytes) => files.readStart(files.join(root, path), maxBytes),
  };
}

/**
 * Files inside a root: a path with a link in it is none, since the link may lead out of the root. Whether a folder is a
 * link is cached, as a source is read only once.
 */
class FilesInside {
  readonly #folders = new Map<string, Promise<boolean>>();

  constructor(
    private readonly files: FileSystem,
    private readonly root: string,
  ) {}

  async factsOf(path: string): ReturnType<ArchiveSource['fileAt']> {
    return (await this.leadsOut(path)) ? undefined : this.files.facts(this.files.join(this.root, path));
  }

  /** Whether a path, or a folder above it, is a link. */
  async leadsOut(path: string): Promise<boolean> {
    const folder = folderOf(path);
    if (folder !== '' && (await this.#isFolderOutside(folder))) return true;
    return this.files.isLink(this.files.join(this.root, path));
  }

  #isFolderOutside(folder: string): Promise<boolean> {
    const cached = this.#folders.get(folder) ?? this.leadsOut(folder);
    this.#folders.set(folder, cached);
    return cached;
  }
}

/** One Markdown file as an archive. Its images are looked up in its folder and below. */
export function fileSource(files: FileSystem, folder: string, name: string): ArchiveSource {
  const inside = new FilesInside(files, folder);
  const read = (): Promise<string> => files.readText(files.join(folder, name), MAX_DOCUMENT_BYTES);
  return {
    name: stemOf(name),
    isFile: true,
    location: files.join(folder, name),
    root: folder,
    locate: (path) => files.join(folder, path),
    async list() {
      // Throws: without its only file, the whole archive is unreadable.
      await read();
      return { manifest: false, documents: [name] };
    },
    read,
    fileAt: (path) => inside.factsOf(path),
    readStart: (path, maxBytes) => files.readStart(files.join(folder, path), maxBytes),
  };
}

/** A folder whose files are known in advance, for file systems that cannot list folders. */
export function listedSource(files: FileSystem, root: string, names: readonly string[]): ArchiveSource {
  const known = new Set(names);
  return {
    name: fileNameOf(root),
    location: root,
    root,
    locate: (path) => files.join(root, path),
    list: () =>
      Promise.resolve({
        manifest: known.has(MANIFEST_NAME),
        documents: names.filter(isMarkdownName),
      }),
    read(path) {
      if (!known.has(path)) return Promise.reject(new SourceError({ why: 'notPart', args: [path] }));
      return files.readText(files.join(root, path), MAX_DOCUMENT_BYTES);
    },
    async fileAt(path) {
      // Listed files exist, even where the file system knows neither size nor time.
      return known.has(path) ? ((await files.facts(files.join(root, path))) ?? {}) : undefined;
    },
    async readStart(path, maxBytes) {
      return known.has(path) ? files.readStart(files.join(root, path), maxBytes) : undefined;
    },
  };
}
