import { MANIFEST_NAME } from '../core/archive/manifest';
import { fileNameOf } from '../core/archive/paths';
import { SourceError, type ArchiveSource, type SourceListing } from '../core/archive/archiveSource';
import type { FileSystem } from './files';

/** Most Markdown files read of one archive. */
const MAX_DOCUMENTS = 5_000;
/** Largest document read, in bytes. */
const LARGEST_DOCUMENT = 8_000_000;
/** Folders below the archive's root. */
const DEEPEST = 16;

const isDocument = (name: string): boolean => /\.(md|markdown)$/i.test(name);
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** A folder of Markdown files, its subfolders included; hidden folders, `node_modules` and links are left out. */
export function folderSource(files: FileSystem, root: string, name: string): ArchiveSource {
  return {
    name,
    location: root,
    root,
    locate: (path) => files.join(root, path),
    list: () => listFolder(files, root),
    read: (path) => files.readText(files.join(root, path)),
    fileAt: filesInside(files, root),
  };
}

async function isTooLarge(files: FileSystem, path: string): Promise<boolean> {
  return ((await files.facts(path))?.bytes ?? 0) > LARGEST_DOCUMENT;
}

async function listFolder(files: FileSystem, root: string): Promise<SourceListing> {
  const found: { manifest: boolean; documents: string[] } = { manifest: false, documents: [] };
  const tooLarge: string[] = [];
  const visit = async (folder: string, below: string, depth: number): Promise<void> => {
    const items = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const item of items) {
      if (isSkipped(item.name) || found.documents.length > MAX_DOCUMENTS) continue;
      const path = files.join(folder, item.name);
      const relative = below === '' ? item.name : `${below}/${item.name}`;
      if (item.kind === 'folder') {
        if (depth < DEEPEST) await visit(path, relative, depth + 1);
      } else if (relative === MANIFEST_NAME) {
        found.manifest = true;
      } else if (isDocument(item.name)) {
        if (await isTooLarge(files, path)) tooLarge.push(relative);
        else found.documents.push(relative);
      }
    }
  };
  await visit(root, '', 0);
  const documents = found.documents.slice(0, MAX_DOCUMENTS);
  return {
    manifest: found.manifest,
    documents,
    ...(found.documents.length > MAX_DOCUMENTS ? { cutAt: MAX_DOCUMENTS } : {}),
    ...(tooLarge.length > 0 ? { tooLarge: { limit: LARGEST_DOCUMENT, documents: tooLarge } } : {}),
  };
}

/**
 * Finds files inside the root itself: no part of their paths is a link that may lead out of it. A source is read once, so
 * each part is asked about once.
 */
function filesInside(files: FileSystem, root: string): ArchiveSource['fileAt'] {
  const links = new Map<string, Promise<boolean>>();
  const isLink = (path: string): Promise<boolean> => {
    const known = links.get(path) ?? files.isLink(path);
    links.set(path, known);
    return known;
  };
  return async (path) => {
    const parts = path.split('/');
    for (let count = 1; count <= parts.length; count += 1) {
      if (await isLink(files.join(root, parts.slice(0, count).join('/')))) return undefined;
    }
    return files.facts(files.join(root, path));
  };
}

/** One Markdown file as an archive of its own. Images are looked for in its folder and below. */
export function fileSource(files: FileSystem, folder: string, name: string): ArchiveSource {
  return {
    name: name.replace(/\.(md|markdown)$/i, ''),
    location: files.join(folder, name),
    root: folder,
    locate: (path) => files.join(folder, path),
    async list() {
      const path = files.join(folder, name);
      if (await isTooLarge(files, path)) {
        const tooLarge = { limit: LARGEST_DOCUMENT, documents: [name] };
        return { manifest: false, documents: [], tooLarge };
      }
      // An archive of one file that cannot be read is an archive that cannot be read.
      await files.readText(path);
      return { manifest: false, documents: [name] };
    },
    read: (path) => files.readText(files.join(folder, path)),
    fileAt: filesInside(files, folder),
  };
}

/** A folder whose files are known beforehand, so that it can be read where folders cannot be listed. */
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
        documents: names.filter((name) => isDocument(name)),
      }),
    read(path) {
      if (!known.has(path)) return Promise.reject(new SourceError({ why: 'notPart', args: [path] }));
      return files.readText(files.join(root, path));
    },
    async fileAt(path) {
      // The list says that it is there, whether or not anything else can be told of it.
      return known.has(path) ? ((await files.facts(files.join(root, path))) ?? {}) : undefined;
    },
  };
}
