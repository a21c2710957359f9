import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';
import { SourceError } from '../../core/archive/archiveSource';
import { decodeText } from '../../sources/decodeText';
import type { FileSystem } from '../../sources/files';

/** VS Code's file system as a port. Paths are URIs as text, so that every scheme works. */
export const workspaceFileSystem: FileSystem = {
  async kind(path) {
    try {
      return kindOf((await vscode.workspace.fs.stat(vscode.Uri.parse(path, true))).type) ?? 'other';
    } catch {
      return undefined;
    }
  },
  async list(path, limit) {
    const items = await attempt(() => vscode.workspace.fs.readDirectory(vscode.Uri.parse(path, true)));
    return items.slice(0, limit).flatMap(([name, type]) => {
      const kind = kindOf(type);
      return kind === undefined || isLink(type) ? [] : [{ name, kind }];
    });
  },
  async isLink(path) {
    try {
      return isLink((await vscode.workspace.fs.stat(vscode.Uri.parse(path, true))).type);
    } catch {
      return false;
    }
  },
  async facts(path) {
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(path, true));
      if (kindOf(type) !== 'file') return undefined;
      // A file system that does not know reports zero.
      return { ...(size === 0 ? {} : { bytes: size }), ...(mtime === 0 ? {} : { modified: mtime }) };
    } catch {
      return undefined;
    }
  },
  async readText(path, limit) {
    const uri = vscode.Uri.parse(path, true);
    return decodeText(
      await attempt(async () => {
        // What was listed may have been replaced: reading a named pipe would never end.
        const stats = await statOf(uri);
        const kind = stats === undefined ? 'file' : kindOf(stats.type);
        if (kind === 'folder') throw new SourceError({ why: 'folder' });
        if (kind !== 'file') throw new SourceError({ why: 'notFile' });
        if ((stats?.size ?? 0) > limit) throw tooLarge(limit);
        const bytes = await vscode.workspace.fs.readFile(uri);
        if (bytes.length > limit) throw tooLarge(limit);
        return bytes;
      }),
    );
  },
  async readStart(path, maxBytes) {
    try {
      const uri = vscode.Uri.parse(path, true);
      // Reading a named pipe would never end.
      const stats = await statOf(uri);
      if (stats !== undefined && kindOf(stats.type) !== 'file') return undefined;
      return (await vscode.workspace.fs.readFile(uri)).subarray(0, maxBytes);
    } catch {
      return undefined;
    }
  },
  join: (folder, relative) =>
    vscode.Uri.joinPath(vscode.Uri.parse(folder, true), ...relative.split('/')).toString(),
};

/** Some file systems can only read. */
async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

function kindOf(type: vscode.FileType): 'file' | 'folder' | undefined {
  // The type of a link includes that of its target.
  if ((type & vscode.FileType.Directory) !== 0) return 'folder';
  return (type & vscode.FileType.File) !== 0 ? 'file' : undefined;
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function tooLarge(limit: number): SourceError {
  return new SourceError({ why: 'tooLarge', args: [String(Math.round(limit / 1_000_000))] });
}

async function attempt<T>(action: () => Thenable<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(reasonOf(error));
  }
}

/** The reason for a failure, where it is known: a file system's own message describes its internal calls. */
function reasonOf(error: unknown): Reason | Error {
  switch (error instanceof vscode.FileSystemError ? error.code : '') {
    case 'FileNotFound':
      return { why: 'missing' };
    case 'FileNotADirectory':
      return { why: 'notFolder' };
    case 'FileIsADirectory':
      return { why: 'folder' };
    case 'NoPermissions':
      return { why: 'denied' };
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}
