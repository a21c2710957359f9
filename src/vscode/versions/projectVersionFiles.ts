import * as vscode from 'vscode';
import type { VersionFile } from '../../core/versions/versionFiles';
import type { FolderVersions } from '../../core/versions/folderVersions';
import type { ProjectFiles } from '../../core/versions/projectFiles';
import type { ProjectVersion } from '../../core/versions/projectVersion';
import { createYielder } from '../base/timeSlice';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';
import { PythonExtension, type Interpreters } from '../python/interpreters';

/** Larger files are no lock that a person keeps, in bytes. */
const LARGEST = 4_000_000;
/**
 * Milliseconds after which a question lists folders and looks at files' dates again. Watchers are no more than a
 * shortcut: they do not look outside the workspace, and miss what happens in folders that came a moment ago.
 */
const AGE = 10_000;
/** Milliseconds without a further change before one is told: an installer changes many folders. */
const QUIET = 300;

const FILES =
  '**/{uv.lock,poetry.lock,pdm.lock,Pipfile.lock,pyproject.toml,pylock.toml,pylock.*.toml,requirements*.txt,requirements/*.txt}';
/** What requirements files refer to may have any name; those that were read count. */
const REFERRED = '**/*.{txt,in}';
/** An upgrade makes a folder and removes one; environments come and go whole. */
const FOLDERS = ['**/site-packages/*.{dist,egg}-info', '**/{.venv,venv,env}'];

/** A document's place in a project. */
interface Place {
  readonly root: vscode.Uri;
  /** Folders from the document's own up to the root, relative to the root, with `/` between them. */
  readonly folders: readonly [string, ...string[]];
}

/** What was read of the projects since the last change. */
class Known {
  readonly since = performance.now();
  /** By the folder's address. */
  readonly folders = new Map<string, Promise<FolderVersions>>();
  /** By the address of the folder that the document is in. */
  readonly versions = new Map<string, Promise<ReadonlyMap<string, ProjectVersion>>>();
}

interface Chosen {
  readonly installed: readonly ProjectVersion[];
  /** The folder that it counts for; `undefined` for an interpreter that is no project's. */
  readonly folder: string | undefined;
}

/**
 * Versions of the packages that a project uses. Nearest wins: of the folders from a document's own up to its workspace
 * folder, the first that names a package decides, by its environment before its files. The environment that the reader
 * chose in the Python extension stands in for that of the folder it is in, or of the workspace folder. What cannot be
 * read says nothing.
 */
export class ProjectVersionFiles implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires a moment after something has changed that versions are read from, once some were asked for. */
  readonly onDidChange = this.#changed.event;
  #known = new Known();
  /** Files by address, with what tells whether they have changed. */
  readonly #files = new Map<string, { readonly stamp: string; readonly file: VersionFile }>();
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      this.#changed.fire();
    }, QUIET),
  );
  #isWatching = false;

  /** Disposes of `interpreters` with itself. */
  constructor(private readonly interpreters: Interpreters = new PythonExtension()) {
    this.#disposables.add(interpreters);
  }

  /** By package name, normalised, as of now; empty where nothing is known. Never rejects on content. */
  async of(document: vscode.Uri): Promise<ReadonlyMap<string, ProjectVersion>> {
    const place = placeOf(document);
    if (place === undefined) return new Map();
    this.#watch();
    if (performance.now() - this.#known.since > AGE) this.#known = new Known();
    const known = this.#known;
    const address = addressOf(place.root, place.folders[0]);
    return remembered(known.versions, address, () => this.#read(place, document, known));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #read(
    place: Place,
    document: vscode.Uri,
    known: Known,
  ): Promise<ReadonlyMap<string, ProjectVersion>> {
    const { mergeVersions, readFolderVersions } = await import('../lazy/library');
    const chosen = await this.#chosen(place, document);
    const files = this.#filesOf(place.root);
    const places: (readonly ProjectVersion[])[] = [];
    for (const folder of place.folders) {
      const address = addressOf(place.root, folder);
      const read = await remembered(known.folders, address, () => readFolderVersions(files, folder));
      const installed = chosen?.folder === folder ? chosen.installed : read.installed;
      places.push(installed ?? [], ...read.declared);
    }
    if (chosen !== undefined && chosen.folder === undefined) places.push(chosen.installed);
    return mergeVersions(places);
  }

  async #chosen({ root, folders }: Place, document: vscode.Uri): Promise<Chosen | undefined> {
    const environment = this.interpreters.environmentOf(document);
    if (environment === undefined) return undefined;
    const { readEnvironment } = await import('../lazy/library');
    const files = this.#filesOf(environment);
    const installed = await readEnvironment(files, '');
    if (installed === undefined) return undefined;
    const names = await files.list('');
    const isOwn = names.includes('pyvenv.cfg') || names.includes('conda-meta');
    // An interpreter of the whole machine has what happens to be there: it only fills in.
    if (!isOwn) return { installed, folder: undefined };
    const around = folders.find((folder) => environment.path.startsWith(`${pathOf(root, folder)}/`));
    return { installed, folder: around ?? '' };
  }

  #filesOf(root: vscode.Uri): ProjectFiles {
    const maybeYield = createYielder();
    return {
      list: async (folder) => {
        try {
          return (await vscode.workspace.fs.readDirectory(at(root, folder))).map(([name]) => name);
        } catch {
          return [];
        }
      },
      load: async (path) => {
        try {
          return await this.#load(at(root, path), async (text) => {
            const { readVersionFile } = await import('../lazy/library');
            return readVersionFile(path, text, maybeYield);
          });
        } catch {
          // Gone, or not to be read.
          return undefined;
        }
      },
    };
  }

  async #load(
    uri: vscode.Uri,
    read: (text: string) => Promise<VersionFile>,
  ): Promise<VersionFile | undefined> {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > LARGEST) return undefined;
    const address = uri.toString();
    const stamp = `${String(mtime)} ${String(size)}`;
    const before = this.#files.get(address);
    if (before?.stamp === stamp) return before.file;
    // Redirected on Windows, `pip freeze` writes UTF-16.
    const file = await read(await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri }));
    this.#files.set(address, { stamp, file });
    return file;
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const watcher = (pattern: string): vscode.FileSystemWatcher =>
      vscode.workspace.createFileSystemWatcher(pattern);
    const change = (): void => {
      this.#change();
    };
    const files = [FILES, REFERRED].map((pattern) => ({ pattern, watcher: watcher(pattern) }));
    const folders = FOLDERS.map(watcher);
    this.#disposables.addAll(
      ...files.flatMap(({ pattern, watcher: one }) => [
        one,
        ...[one.onDidCreate, one.onDidChange, one.onDidDelete].map((event) =>
          event((uri) => {
            const wasRead = this.#files.delete(uri.toString());
            if (wasRead || pattern === FILES) this.#change();
          }),
        ),
      ]),
      ...folders.flatMap((one) => [one, one.onDidCreate(change), one.onDidDelete(change)]),
      vscode.workspace.onDidChangeWorkspaceFolders(change),
      this.interpreters.onDidChange(change),
    );
  }

  #change(): void {
    this.#known = new Known();
    this.#announcement.schedule();
  }
}

/**
 * A file outside the workspace has its own folder only, and a document that is not saved yet has the workspace folder,
 * where there is one.
 */
function placeOf(document: vscode.Uri): Place | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((one) =>
    one.getCells().some((cell) => cell.document.uri.toString() === document.toString()),
  );
  const file = notebook?.uri ?? document;
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  if (root === undefined) {
    const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
    if (file.scheme !== 'untitled') return { root: vscode.Uri.joinPath(file, '..'), folders: [''] };
    return only === undefined || others.length > 0 ? undefined : { root: only.uri, folders: [''] };
  }
  const parts = file.path.slice(root.path.length).split('/').filter(Boolean).slice(0, -1);
  const [first = '', ...outer] = parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/'));
  return { root, folders: first === '' ? [''] : [first, ...outer, ''] };
}

function at(root: vscode.Uri, path: string): vscode.Uri {
  return path === '' ? root : vscode.Uri.joinPath(root, path);
}

function addressOf(root: vscode.Uri, folder: string): string {
  return at(root, folder).toString();
}

function pathOf(root: vscode.Uri, folder: string): string {
  return at(root, folder).path.replace(/\/$/, '');
}

function remembered<T>(map: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const reading = read();
  map.set(key, reading);
  return reading;
}
