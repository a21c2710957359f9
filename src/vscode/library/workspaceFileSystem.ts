import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';
import { SourceError } from '../../core/archive/archiveSource';
import { decodeText } from '../../sources/decodeText';
import type { FileSystem } from '../../sources/files';

/** VS Code's file system as a port. Paths are URIs as text, so that every scheme works. */
export const workspaceFileSystem: FileSystem = {
  async kind(path) {
    try {
      return kindOf((await vscode.workspace.fs.stat(vscode.Uri.parse(path, true))).type);
    } catch {
      return undefined;
    }
  },
  async list(path) {
    const items = await attempt(() => vscode.workspace.fs.readDirectory(vscode.Uri.parse(path, true)));
    return items.flatMap(([name, type]) => {
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
  async readText(path) {
    return decodeText(await attempt(() => vscode.workspace.fs.readFile(vscode.Uri.parse(path, true))));
  },
  async readStart(path, maxBytes) {
    try {
      return (await vscode.workspace.fs.readFile(vscode.Uri.parse(path, true))).subarray(0, maxBytes);
    } catch {
      return undefined;
    }
  },
  join: (folder, relative) =>
    vscode.Uri.joinPath(vscode.Uri.parse(folder, true), ...relative.split('/')).toString(),
};

function kindOf(type: vscode.FileType): 'file' | 'folder' | undefined {
  // The type of a link includes that of its target.
  if ((type & vscode.FileType.Directory) !== 0) return 'folder';
  return (type & vscode.FileType.File) !== 0 ? 'file' : undefined;
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

async function attempt<T>(action: () => Thenable<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new SourceError(reasonOf(error));
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
