import {
  isSourceError,
  reasonOf,
  type ListOptions,
  type SourceError,
  type SourceListing,
} from '../core/archive/archiveSource';
import { MANIFEST_NAME } from '../core/archive/manifest';
import { isMarkdownName } from '../core/archive/paths';
import type { Problem } from '../core/archive/problems';
import { throwIfCancelled } from '../core/base/cancellation';
import type { FileSystem, FolderItem } from './files';
import {
  MAX_CONCURRENT_FOLDERS,
  MAX_DEPTH,
  MAX_DOCUMENTS,
  MAX_FOLDERS,
  MAX_LISTED,
  MAX_REPORTED_FOLDERS,
} from './limits';
import { OtherFileCounter } from './otherFileCounter';

/** A name that a file system may not have, and that would mean another path. */
const NO_NAME = /[/\0]/;

const isSkipped = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || NO_NAME.test(name);

/**
 * Lists a folder and its subfolders, level by level, so that a limit cuts what is deepest.
 *
 * @throws {SourceError} when the folder itself cannot be read.
 * @throws {CancelledError}
 */
export async function listFolder(
  files: FileSystem,
  root: string,
  options: ListOptions = {},
): Promise<SourceListing> {
  const listing = new FolderListing(files, root, options);
  await listing.visitAll();
  return listing.result();
}

/** A folder and its path in the archive, which is empty for the root. */
interface Folder {
  readonly path: string;
  readonly items: readonly FolderItem[];
}

class FolderListing {
  #hasManifest = false;
  /** Level by level, those of a folder by name. */
  readonly #documents: string[] = [];
  readonly #others = new OtherFileCounter();
  readonly #problems: Problem[] = [];
  #folders = 0;
  #listed = 0;
  #unreadable = 0;

  constructor(
    private readonly files: FileSystem,
    private readonly root: string,
    private readonly options: ListOptions,
  ) {}

  async visitAll(): Promise<void> {
    let level: readonly string[] = [''];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > MAX_DEPTH) {
        const [document = ''] = level;
        this.#problems.push({ kind: 'tooDeep', severity: 'warning', document, args: [String(MAX_DEPTH)] });
        return;
      }
      level = await this.#visitLevel(level);
    }
  }

  result(): SourceListing {
    const problems = [...this.#problems];
    if (this.#documents.length > MAX_DOCUMENTS) {
      problems.push({ kind: 'tooManyFiles', severity: 'warning', args: [String(MAX_DOCUMENTS)] });
    }
    if (this.#unreadable > MAX_REPORTED_FOLDERS) {
      const more = String(this.#unreadable - MAX_REPORTED_FOLDERS);
      problems.push({ kind: 'moreFoldersUnreadable', severity: 'error', args: [more] });
    }
    return {
      manifest: this.#hasManifest,
      documents: this.#documents.slice(0, MAX_DOCUMENTS).sort(comparePaths),
      ...(problems.length > 0 ? { problems } : {}),
      others: this.#others.counts(),
    };
  }

  /** Visits folders of one level. Returns the folders in them. */
  async #visitLevel(paths: readonly string[]): Promise<readonly string[]> {
    const below: string[] = [];
    for (let start = 0; start < paths.length; start += MAX_CONCURRENT_FOLDERS) {
      throwIfCancelled(this.options.signal);
      const batch = paths.slice(start, start + MAX_CONCURRENT_FOLDERS);
      for (const folder of await Promise.all(batch.map((path) => this.#list(path)))) {
        if (this.#isFull()) return [];
        this.#folders += 1;
        for (const path of this.#addItems(folder)) below.push(path);
      }
      this.options.onProgress?.(this.#listed);
    }
    return below;
  }

  /** Whether a limit is reached, which is reported. */
  #isFull(): boolean {
    const report = (kind: Problem['kind'], limit: number): true => {
      this.#problems.push({ kind, severity: 'warning', args: [String(limit)] });
      return true;
    };
    if (this.#listed >= MAX_LISTED) return report('tooManyListed', MAX_LISTED);
    if (this.#folders >= MAX_FOLDERS) return report('tooManyFolders', MAX_FOLDERS);
    return this.#documents.length > MAX_DOCUMENTS;
  }

  /** A folder that is locked or gone is a problem of its own; without the root there is no archive. */
  async #list(path: string): Promise<Folder> {
    try {
      const location = path === '' ? this.root : this.files.join(this.root, path);
      return { path, items: await this.files.list(location, MAX_LISTED) };
    } catch (error) {
      if (path === '' || !isSourceError(error)) throw error;
      this.#reportUnreadable(path, error);
      return { path, items: [] };
    }
  }

  #reportUnreadable(path: string, error: SourceError): void {
    this.#unreadable += 1;
    if (this.#unreadable > MAX_REPORTED_FOLDERS) return;
    const args = [reasonOf(error)];
    this.#problems.push({ kind: 'folderUnreadable', severity: 'error', document: path, args });
  }

  *#addItems({ path, items }: Folder): Generator<string> {
    this.#listed += items.length;
    for (const { name, kind } of [...items].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSkipped(name)) continue;
      const relative = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder') yield relative;
      else if (relative === MANIFEST_NAME) this.#hasManifest = true;
      else if (isMarkdownName(name)) this.#documents.push(relative);
      else this.#others.add(name);
    }
  }
}

/** In the order of a tree whose folders are sorted by name, with the files of a folder among its folders. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const differs = left.findIndex((part, at) => part !== right[at]);
  return (left[differs] ?? '') < (right[differs] ?? '') ? -1 : 1;
}
