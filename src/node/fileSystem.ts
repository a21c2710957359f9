import { constants } from 'node:fs';
import { lstat, open, opendir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reason } from '../core/archive/problems';
import { SourceError } from '../core/archive/archiveSource';
import { decodeText } from '../sources/decodeText';
import type { FileSystem, FolderItem } from '../sources/files';

const REASONS: Readonly<Record<string, Reason>> = {
  ENOENT: { why: 'missing' },
  EACCES: { why: 'denied' },
  EPERM: { why: 'denied' },
  ENOTDIR: { why: 'notFolder' },
  EISDIR: { why: 'folder' },
  EMFILE: { why: 'tooManyOpen' },
  ENXIO: { why: 'notFile' },
};

/** Opens without waiting for the other end of a named pipe. Windows has no such flag. */
const READ_AT_ONCE = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);
/** Items of a folder that are read at a time. */
const FOLDER_BUFFER = 1_024;
/** Bytes of a file that are read at a time. */
const FILE_BUFFER = 64 * 1_024;

/** Node's file system. */
export const nodeFileSystem: FileSystem = {
  async kind(path) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) return 'folder';
      return stats.isFile() ? 'file' : 'other';
    } catch {
      return undefined;
    }
  },
  list: (path, limit) => attempt(() => listItems(path, limit)),
  async isLink(path) {
    return lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
  },
  async facts(path) {
    return stat(path).then(
      (stats) => (stats.isFile() ? { bytes: stats.size, modified: stats.mtimeMs } : undefined),
      () => undefined,
    );
  },
  async readText(path, limit) {
    return decodeText(await attempt(() => readRegularFile(path, limit)));
  },
  async readStart(path, maxBytes) {
    const start = await openRegularFile(path, (file) =>
      file.read(new Uint8Array(maxBytes), 0, maxBytes, 0),
    ).catch(() => undefined);
    return start?.buffer.subarray(0, start.bytesRead);
  },
  join: (folder, relative) => join(folder, relative),
};

/**
 * Reads what the user names: a file, or a pipe, which it waits for.
 *
 * @throws {SourceError} when it cannot be read or is no text.
 */
export async function readNamedFile(path: string): Promise<string> {
  return decodeText(await attempt(() => readFile(path)));
}

async function listItems(path: string, limit: number): Promise<readonly FolderItem[]> {
  const items: FolderItem[] = [];
  for await (const item of await opendir(path, { bufferSize: FOLDER_BUFFER })) {
    if (items.length >= limit) break;
    if (item.isDirectory()) items.push({ name: item.name, kind: 'folder' });
    else if (item.isFile()) items.push({ name: item.name, kind: 'file' });
  }
  return items;
}

function readRegularFile(path: string, limit: number): Promise<Uint8Array> {
  return openRegularFile(path, (file) => readUpTo(file, limit));
}

/** Reads a file that is regular once it is open: what was listed may have been replaced. */
async function openRegularFile<T>(path: string, read: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, READ_AT_ONCE);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new SourceError({ why: 'folder' });
    if (!stats.isFile()) throw new SourceError({ why: 'notFile' });
    return await read(file);
  } finally {
    await file.close();
  }
}

/** All bytes of a file. Its size is no guide: a file may grow, and files of `/proc` have none. */
async function readUpTo(file: FileHandle, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(FILE_BUFFER), 0, FILE_BUFFER, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    size += bytesRead;
    if (size > limit) throw new SourceError({ why: 'tooLarge', args: [megabytes(limit)] });
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1_000_000));
}

async function attempt<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new SourceError(REASONS[code] ?? (error instanceof Error ? error : new Error(String(error))));
  }
}
