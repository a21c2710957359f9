import * as vscode from 'vscode';
import type { MaybeYield } from '../../core/archive/archiveSource';
import type { VersionFile } from '../../core/versions/versionFile';
import type { FolderVersions } from '../../core/versions/folderVersions';
import type { ProjectFiles } from '../../core/versions/projectFiles';
import type { ProjectVersion, ProjectVersions } from '../../core/versions/projectVersion';
import { VERSION_FILE_PATTERNS } from '../../core/versions/versionFileNames';
import { createYielder } from '../base/timeSlice';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';
import { readScriptVersions } from './scriptVersions';
import { PythonExtension, type Interpreters } from '../python/interpreters';

/** In bytes: larger files are not lock files. */
const MAX_FILE_SIZE = 4_000_000;
/**
 * Milliseconds after which folders are listed and files checked again. Watchers alone do not suffice: they do not cover
 * files outside the workspace, and miss changes in folders that were just created.
 */
const MAX_CACHE_AGE = 10_000;
/** Milliseconds without further changes until the event fires: an installer changes many folders. */
const DEBOUNCE_DELAY = 300;

const FILES = `**/{${VERSION_FILE_PATTERNS.join(',')}}`;
/** Requirements files refer to files of any name; only those that were read are relevant. */
const REFERENCED = '**/*.{txt,in}';
/** An upgrade replaces a metadata folder; environments are created and deleted as a whole. */
const FOLDERS = ['**/site-packages/*.{dist,egg}-info', '**/{.venv,venv,env}'];

/** A document's folder within a project. */
interface ProjectLocation {
  readonly root: vscode.Uri;
  /** Folders from the document's own up to the root, relative to the root, with `/` between them. */
  readonly folders: readonly [string, ...string[]];
}

/** What was read since the last change. */
class VersionCache {
  readonly createdAt = performance.now();
  /** By the URI of the folder. */
  readonly folders = new Map<string, Promise<FolderVersions>>();
  /** By the URI of the document's folder. */
  readonly versions = new Map<string, Promise<ProjectVersions>>();
}

/** The packages of the environment that is selected in the Python extension. */
interface SelectedEnvironment {
  readonly installed: readonly ProjectVersion[];
  /** The folder whose environment it is; `undefined` for an interpreter that belongs to no project. */
  readonly folder: string | undefined;
}

/**
 * Versions of the packages that a project uses. The nearest folder wins: from the document's own folder up to its
 * workspace folder, the first one that names a package decides, and its environment takes precedence over its files. The
 * environment that is selected in the Python extension replaces that of the folder it is in, or of the workspace folder.
 * The inline metadata of a script comes before all of them.
 * What cannot be read is ignored.
 */
export class ProjectVersionFiles implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires after files with versions have changed, debounced; not before versions were first requested. */
  readonly onDidChange = this.#changed.event;
  #cache = new VersionCache();
  /** Parsed files by URI, with a stamp that changes with the file. */
  readonly #files = new Map<string, { readonly stamp: string; readonly file: VersionFile }>();
  readonly #announcement = this.#disposables.add(
    debounce(() => {
      this.#changed.fire();
    }, DEBOUNCE_DELAY),
  );
  #isWatching = false;

  /** Takes ownership of `interpreters`. */
  constructor(private readonly interpreters: Interpreters = new PythonExtension()) {
    this.#disposables.add(interpreters);
  }

  /** The current versions by normalised package name; empty where none are known. Malformed files do not reject. */
  async of(document: vscode.Uri): Promise<ProjectVersions> {
    const project = await this.#ofProject(document);
    const script = await readScriptVersions(document);
    if (script.length === 0) return project;
    const { mergeVersions } = await import('../lazy/library');
    return mergeVersions([script, [...project.values()]]);
  }

  async #ofProject(document: vscode.Uri): Promise<ProjectVersions> {
    const location = locate(document);
    if (location === undefined) return new Map();
    this.#watch();
    if (performance.now() - this.#cache.createdAt > MAX_CACHE_AGE) this.#cache = new VersionCache();
    const cache = this.#cache;
    const uri = resolveIn(location.root, location.folders[0]).toString();
    return cached(cache.versions, uri, () => this.#read(location, document, cache));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #read(
    location: ProjectLocation,
    document: vscode.Uri,
    cache: VersionCache,
  ): Promise<ProjectVersions> {
    const { mergeVersions, readFolderVersions } = await import('../lazy/library');
    const selected = await this.#selectedEnvironment(location, document);
    const maybeYield = createYielder();
    const files = this.#filesOf(location.root, maybeYield);
    const nearestFirst: (readonly ProjectVersion[])[] = [];
    for (const folder of location.folders) {
      const uri = resolveIn(location.root, folder).toString();
      const read = await cached(cache.folders, uri, () => readFolderVersions(files, folder, maybeYield));
      const installed = selected?.folder === folder ? selected.installed : read.installed;
      nearestFirst.push(installed ?? [], ...read.declared);
    }
    if (selected !== undefined && selected.folder === undefined) nearestFirst.push(selected.installed);
    return mergeVersions(nearestFirst, maybeYield);
  }

  async #selectedEnvironment(
    { root, folders }: ProjectLocation,
    document: vscode.Uri,
  ): Promise<SelectedEnvironment | undefined> {
    const environment = this.interpreters.environmentOf(document);
    if (environment === undefined) return undefined;
    const { readEnvironment } = await import('../lazy/library');
    const maybeYield = createYielder();
    const files = this.#filesOf(environment, maybeYield);
    const installed = await readEnvironment(files, '', maybeYield);
    if (installed === undefined) return undefined;
    const names = await files.list('');
    const isVirtual = names.includes('pyvenv.cfg') || names.includes('conda-meta');
    // A system-wide interpreter has unrelated packages: it only fills gaps.
    if (!isVirtual) return { installed, folder: undefined };
    const parent = folders.find((folder) => {
      const path = resolveIn(root, folder).path.replace(/\/$/, '');
      return environment.path.startsWith(`${path}/`);
    });
    return { installed, folder: parent ?? '' };
  }

  #filesOf(root: vscode.Uri, maybeYield: MaybeYield): ProjectFiles {
    return {
      list: async (folder) => {
        try {
          return (await vscode.workspace.fs.readDirectory(resolveIn(root, folder))).map(([name]) => name);
        } catch {
          return [];
        }
      },
      load: async (path) => {
        try {
          return await this.#load(resolveIn(root, path), async (text) => {
            const { readVersionFile } = await import('../lazy/library');
            return readVersionFile(path, text, maybeYield);
          });
        } catch {
          // Deleted or unreadable.
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
    if ((type & vscode.FileType.File) === 0 || size > MAX_FILE_SIZE) return undefined;
    const key = uri.toString();
    const stamp = `${String(mtime)} ${String(size)}`;
    const before = this.#files.get(key);
    if (before?.stamp === stamp) return before.file;
    // `pip freeze > requirements.txt` in Windows PowerShell writes UTF-16.
    const file = await read(await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri }));
    this.#files.set(key, { stamp, file });
    return file;
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const watcher = (pattern: string): vscode.FileSystemWatcher =>
      vscode.workspace.createFileSystemWatcher(pattern);
    const change = (): void => {
      this.#invalidate();
    };
    const files = [FILES, REFERENCED].map((pattern) => ({ pattern, watcher: watcher(pattern) }));
    const folders = FOLDERS.map(watcher);
    this.#disposables.addAll(
      ...files.flatMap(({ pattern, watcher: fileWatcher }) => [
        fileWatcher,
        ...[fileWatcher.onDidCreate, fileWatcher.onDidChange, fileWatcher.onDidDelete].map((event) =>
          event((uri) => {
            const wasRead = this.#files.delete(uri.toString());
            if (wasRead || pattern === FILES) this.#invalidate();
          }),
        ),
      ]),
      ...folders.flatMap((folderWatcher) => [
        folderWatcher,
        folderWatcher.onDidCreate(change),
        folderWatcher.onDidDelete(change),
      ]),
      vscode.workspace.onDidChangeWorkspaceFolders(change),
      this.interpreters.onDidChange(change),
    );
  }

  #invalidate(): void {
    this.#cache = new VersionCache();
    this.#announcement.schedule();
  }
}

/**
 * The project of a document. A file outside the workspace has its own folder only, and an unsaved document the workspace
 * folder, if there is exactly one.
 */
function locate(document: vscode.Uri): ProjectLocation | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document.uri.toString() === document.toString()),
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

function resolveIn(root: vscode.Uri, path: string): vscode.Uri {
  return path === '' ? root : vscode.Uri.joinPath(root, path);
}

function cached<T>(map: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const reading = read();
  map.set(key, reading);
  return reading;
}
