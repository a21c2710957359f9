import { lstat, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reason } from '../core/archive/problems';
import { SourceError } from '../core/archive/archiveSource';
import { decodeText } from '../sources/decodeText';
import type { FileSystem } from '../sources/files';

const REASONS: Readonly<Record<string, Reason>> = {
  ENOENT: { why: 'missing' },
  EACCES: { why: 'denied' },
  EPERM: { why: 'denied' },
  ENOTDIR: { why: 'notFolder' },
  EISDIR: { why: 'folder' },
  EMFILE: { why: 'tooManyOpen' },
};

/** Node's file system. */
export const nodeFileSystem: FileSystem = {
  async kind(path) {
    try {
      const stats = await stat(path);
      return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  },
  async list(path) {
    const items = await readdir(path, { withFileTypes: true }).catch((error: unknown) => fail(error));
    return items.flatMap((item) => {
      if (item.isDirectory()) return { name: item.name, kind: 'folder' as const };
      return item.isFile() ? { name: item.name, kind: 'file' as const } : [];
    });
  },
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
  async readText(path) {
    const bytes = await readFile(path).catch((error: unknown) => fail(error));
    return decodeText(bytes);
  },
  async readStart(path, maxBytes) {
    const file = await open(path).catch(() => undefined);
    try {
      const read = await file?.read(new Uint8Array(maxBytes), 0, maxBytes, 0);
      return read?.buffer.subarray(0, read.bytesRead);
    } catch {
      return undefined;
    } finally {
      await file?.close();
    }
  },
  join: (folder, relative) => join(folder, relative),
};

function fail(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  throw new SourceError(REASONS[code] ?? (error instanceof Error ? error : new Error(String(error))));
}
