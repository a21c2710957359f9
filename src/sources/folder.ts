import { MANIFEST_NAME } from '../core/archive/manifest';
import { fileNameOf, isMarkdownName, stemOf } from '../core/archive/paths';
import { SourceError, type ArchiveSource, type SourceListing } from '../core/archive/archiveSource';
import type { FileSystem } from './files';
import { OtherFileCounter } from './otherFileCounter';

/** Markdown files of one archive that are read. */
const MAX_DOCUMENTS = 5_000;
/** Size of a document, in bytes. */
const MAX_DOCUMENT_BYTES = 8_000_000;
/** Levels of folders below the archive's root. */
const MAX_DEPTH = 16;

const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** A folder of Markdown files, with its subfolders; hidden folders, `node_modules` and links are skipped. */
export function folderSource(files: FileSystem, root: string, name: string): ArchiveSource {
  return {
    name,
    location: root,
    root,
    locate: (path) => files.join(root, path),
    list: () => listFolder(files, root),
    read: (path) => files.readText(files.join(root, path)),
    fileAt: filesInside(files, root),
    readStart: (path, maxBytes) => files.readStart(files.join(root, path), maxBytes),
  };
}

async function isTooLarge(files: FileSystem, path: string): Promise<boolean> {
  return ((await files.facts(path))?.bytes ?? 0) > MAX_DOCUMENT_BYTES;
}

async function listFolder(files: FileSystem, root: string): Promise<SourceListing> {
  let manifest = false;
  const documents: string[] = [];
  const tooLarge: string[] = [];
  const others = new OtherFileCounter();
  const visit = async (folder: string, below: string, depth: number): Promise<void> => {
    const items = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const item of items) {
      if (isSkipped(item.name) || documents.length > MAX_DOCUMENTS) continue;
      const path = files.join(folder, item.name);
      const relative = below === '' ? item.name : `${below}/${item.name}`;
      if (item.kind === 'folder') {
        if (depth < MAX_DEPTH) await visit(path, relative, depth + 1);
      } else if (relative === MANIFEST_NAME) {
        manifest = true;
      } else if (isMarkdownName(item.name)) {
        if (await isTooLarge(files, path)) tooLarge.push(relative);
        else documents.push(relative);
      } else {
        others.add(item.name);
      }
    }
  };
  await visit(root, '', 0);
  return {
    manifest,
    documents: documents.slice(0, MAX_DOCUMENTS),
    ...(documents.length > MAX_DOCUMENTS ? { cutAt: MAX_DOCUMENTS } : {}),
    ...(tooLarge.length > 0 ? { tooLarge: { limit: MAX_DOCUMENT_BYTES, documents: tooLarge } } : {}),
    others: others.counts(),
  };
}

/**
 * Finds files inside the root: a path with a link in it is ignored, since the link may lead out of the root. Whether a
 * part of a path is a link is cached, as a source is read only once.
 */
function filesInside(files: FileSystem, root: string): ArchiveSource['fileAt'] {
  const links = new Map<string, Promise<boolean>>();
  const isLink = (path: string): Promise<boolean> => {
    const lookup = links.get(path) ?? files.isLink(path);
    links.set(path, lookup);
    return lookup;
  };
  return async (path) => {
    const parts = path.split('/');
    for (let count = 1; count <= parts.length; count += 1) {
      if (await isLink(files.join(root, parts.slice(0, count).join('/')))) return undefined;
    }
    return files.facts(files.join(root, path));
  };
}

/** One Markdown file as an archive. Its images are looked up in its folder and below. */
export function fileSource(files: FileSystem, folder: string, name: string): ArchiveSource {
  return {
    name: stemOf(name),
    isFile: true,
    location: files.join(folder, name),
    root: folder,
    locate: (path) => files.join(folder, path),
    async list() {
      const path = files.join(folder, name);
      if (await isTooLarge(files, path)) {
        const tooLarge = { limit: MAX_DOCUMENT_BYTES, documents: [name] };
        return { manifest: false, documents: [], tooLarge };
      }
      // Throws: without its only file, the whole archive is unreadable.
      await files.readText(path);
      return { manifest: false, documents: [name] };
    },
    read: (path) => files.readText(files.join(folder, path)),
    fileAt: filesInside(files, folder),
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
      return files.readText(files.join(root, path));
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
