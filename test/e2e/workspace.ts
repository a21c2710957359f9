import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const fixtures = join(ROOT, 'test', 'fixtures');
export const example = join(ROOT, 'examples', 'fastapi-sqlalchemy');

const SETTINGS = join('.vscode', 'settings.json');

export interface WorkspaceContents {
  /** Folders that are copied, by the path that their copy gets. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Texts of files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A temporary workspace folder that tests may write to. */
export class Workspace {
  private constructor(readonly folder: string) {}

  static async create({ folders = {}, files = {} }: WorkspaceContents): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), 'archive-answers-workspace-')));
    for (const [path, folder] of Object.entries(folders)) {
      await cp(folder, workspace.path(path), { recursive: true });
    }
    for (const [path, text] of Object.entries(files)) await workspace.write(path, text);
    return workspace;
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(this.path(path)), { recursive: true });
    await writeFile(this.path(path), text);
  }

  async remove(path: string): Promise<void> {
    await rm(this.path(path), { recursive: true, force: true });
  }

  /** Writes the workspace's own settings; an open window reads them again. */
  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.write(SETTINGS, JSON.stringify(settings));
  }

  async settings(): Promise<unknown> {
    return JSON.parse(await readFile(this.path(SETTINGS), 'utf8'));
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
