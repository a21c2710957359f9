import { MANIFEST_NAME } from '../core/parse/manifest';
import { fileNameOf } from '../core/paths';
import { SourceError, type ArchiveSource, type SourceListing } from '../core/source';
import type { FileSystem } from './files';

/** Most Markdown files read of one archive. */
const MOST_DOCUMENTS = 5_000;
/** Largest document read, in bytes. */
const LARGEST_DOCUMENT = 8_000_000;
/** Folders below the archive's root. */
const DEEPEST = 16;

const isDocument = (name: string): boolean => /\.(md|markdown)$/i.test(name);
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** A folder of Markdown files, its subfolders included; hidden folders and `node_modules` are left out. */
export function folderSource(files: FileSystem, root: string, name: string): ArchiveSource {
  return {
    name,
    location: root,
    locate: (path) => files.join(root, path),
    list: () => listFolder(files, root),
    read: (path) => files.readText(files.join(root, path)),
    exists: async (path) => (await files.kind(files.join(root, path))) === 'file',
  };
}

async function listFolder(files: FileSystem, root: string): Promise<SourceListing> {
  const found: { manifest: boolean; documents: string[] } = { manifest: false, documents: [] };
  const tooLarge: string[] = [];
  const visit = async (folder: string, below: string, depth: number): Promise<void> => {
    const items = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const item of items) {
      if (isSkipped(item.name) || found.documents.length > MOST_DOCUMENTS) continue;
      const path = files.join(folder, item.name);
      const relative = below === '' ? item.name : `${below}/${item.name}`;
      if (item.kind === 'folder') {
        if (depth < DEEPEST) await visit(path, relative, depth + 1);
      } else if (relative === MANIFEST_NAME) {
        found.manifest = true;
      } else if (isDocument(item.name)) {
        if ((await files.size(path)) > LARGEST_DOCUMENT) tooLarge.push(relative);
        else found.documents.push(relative);
      }
    }
  };
  await visit(root, '', 0);
  const documents = found.documents.slice(0, MOST_DOCUMENTS);
  return {
    manifest: found.manifest,
    documents,
    ...(found.documents.length > MOST_DOCUMENTS ? { cutAt: MOST_DOCUMENTS } : {}),
    ...(tooLarge.length > 0 ? { tooLarge: { limit: LARGEST_DOCUMENT, documents: tooLarge } } : {}),
  };
}

/** One Markdown file as an archive of its own. Images are looked for in its folder and below. */
export function fileSource(files: FileSystem, folder: string, name: string): ArchiveSource {
  return {
    name: name.replace(/\.(md|markdown)$/i, ''),
    location: files.join(folder, name),
    locate: (path) => files.join(folder, path),
    async list() {
      const size = await files.size(files.join(folder, name));
      return size > LARGEST_DOCUMENT
        ? { manifest: false, documents: [], tooLarge: { limit: LARGEST_DOCUMENT, documents: [name] } }
        : { manifest: false, documents: [name] };
    },
    read: (path) => files.readText(files.join(folder, path)),
    exists: async (path) => (await files.kind(files.join(folder, path))) === 'file',
  };
}

/** A folder whose files are known beforehand, so that it can be read where folders cannot be listed. */
export function listedSource(files: FileSystem, root: string, names: readonly string[]): ArchiveSource {
  const known = new Set(names);
  return {
    name: fileNameOf(root),
    location: root,
    locate: (path) => files.join(root, path),
    list: () =>
      Promise.resolve({
        manifest: known.has(MANIFEST_NAME),
        documents: names.filter((name) => isDocument(name)),
      }),
    read(path) {
      if (!known.has(path)) return Promise.reject(new SourceError(`"${path}" is not part of the archive.`));
      return files.readText(files.join(root, path));
    },
    exists: (path) => Promise.resolve(known.has(path)),
  };
}
