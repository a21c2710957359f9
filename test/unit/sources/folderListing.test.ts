import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/core/archive/archiveSource';
import { problemMessage } from '../../../src/core/archive/problems';
import { readArchive } from '../../../src/core/archive/readArchive';
import { CancelledError } from '../../../src/core/base/cancellation';
import type { FileSystem, FolderItem } from '../../../src/sources/files';
import { folderSource } from '../../../src/sources/folder';
import { MAX_DEPTH, MAX_DOCUMENTS, MAX_FOLDERS, MAX_LISTED } from '../../../src/sources/limits';

/** A file system whose folders are computed; `r` is the root. */
function filesOf(list: (path: string) => readonly FolderItem[]): FileSystem {
  return {
    kind: () => Promise.resolve('folder'),
    // eslint-disable-next-line @typescript-eslint/require-await -- What `list` throws is a rejection.
    list: async (path, limit) => list(path).slice(0, limit),
    isLink: () => Promise.resolve(false),
    facts: () => Promise.resolve(undefined),
    readStart: () => Promise.resolve(undefined),
    readText: (path) => Promise.resolve(`# Why is it ${path}?\n\n> Because.\n`),
    join: (folder, relative) => `${folder}/${relative}`,
  };
}

const file = (name: string): FolderItem => ({ name, kind: 'file' });
const folder = (name: string): FolderItem => ({ name, kind: 'folder' });
const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => String(at).padStart(5, '0'));

/** A tree as nested objects; an error in place of a folder is thrown when that is listed. */
interface Tree {
  readonly [name: string]: Tree | SourceError | null;
}
function treeOf(root: Tree): FileSystem {
  return filesOf((path) => {
    let at: Tree | SourceError | null | undefined = root;
    for (const name of path.split('/').slice(1)) at = at instanceof SourceError ? undefined : at?.[name];
    if (at instanceof SourceError) throw at;
    return Object.entries(at ?? {}).map(([name, item]) => (item === null ? file(name) : folder(name)));
  });
}

const list = (files: FileSystem, signal = { aborted: false }) =>
  folderSource(files, 'r', 'room').list({ signal });
const messages = async (files: FileSystem): Promise<readonly string[]> =>
  ((await list(files)).problems ?? []).map(
    (problem) => `${problem.severity} ${problem.document ?? ''}: ${problemMessage(problem)}`,
  );

describe('the listing of a folder', () => {
  it('is in the order of a tree, whatever the levels', async () => {
    const { documents } = await list(
      treeOf({ b: { 'z.md': null }, 'a.md': null, a: { c: { 'd.md': null }, 'b.md': null }, 'b.md': null }),
    );
    expect(documents).toEqual(['a/b.md', 'a/c/d.md', 'a.md', 'b/z.md', 'b.md']);
  });

  it('knows archive.json at the root only, and in lower case only', async () => {
    const manifest = async (tree: Tree): Promise<boolean> => (await list(treeOf(tree))).manifest;
    expect(await manifest({ 'archive.json': null })).toBe(true);
    expect(await manifest({ 'ARCHIVE.JSON': null, a: { 'archive.json': null } })).toBe(false);
  });

  it('leaves out names that are another path', async () => {
    const names = ['..', '.', '../x.md', 'a/b.md', 'a\0.md', 'fine.md'];
    const files = filesOf((path) => (path === 'r' ? names.map(file) : []));
    expect((await list(files)).documents).toEqual(['fine.md']);
  });
});

describe('a folder that cannot be read', () => {
  const locked = new SourceError({ why: 'denied' });

  it('is one problem with its path, and the rest is read', async () => {
    const files = treeOf({ 'a.md': null, locked, open: { locked, 'b.md': null } });
    const { entries, problems } = await readArchive(folderSource(files, 'r', 'room'));
    expect(entries.map(({ source }) => source.document)).toEqual(['a.md', 'open/b.md']);
    expect(problems.map(({ document, args, severity }) => [document, args, severity])).toEqual([
      ['locked', [{ why: 'denied' }], 'error'],
      ['open/locked', [{ why: 'denied' }], 'error'],
    ]);
  });

  it('is counted where there are many', async () => {
    const tree = Object.fromEntries(numbers(45).map((name) => [name, locked]));
    const told = await messages(treeOf(tree));
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toBe('error : Other folders that cannot be read: 25.');
  });

  it('is the end of the archive at its root', async () => {
    const files = filesOf(() => {
      throw locked;
    });
    await expect(list(files)).rejects.toBe(locked);
  });

  it('does not hide an error of ours', async () => {
    const files = filesOf((path) => {
      if (path === 'r') return [folder('a')];
      throw new TypeError('fault');
    });
    await expect(list(files)).rejects.toThrow(TypeError);
  });
});

describe('a folder without end', () => {
  it('is cut at the number of folders', async () => {
    let visited = 0;
    const wide = filesOf((path) => {
      visited += 1;
      return path === 'r' ? [file('a.md'), ...numbers(30_000).map(folder)] : [file('b.md')];
    });
    const { documents } = await list(wide);
    // What is nearest is kept, and comes last by its name.
    expect([documents.length, documents.at(-1)]).toEqual([MAX_DOCUMENTS, 'a.md']);
    expect(visited).toBeLessThan(MAX_DOCUMENTS + 20);
    visited = 0;
    const empty = filesOf((path) => {
      visited += 1;
      return path === 'r' ? numbers(30_000).map(folder) : [];
    });
    expect(await messages(empty)).toEqual([
      `warning : The archive has more than ${String(MAX_FOLDERS)} folders. The deepest ones were skipped: choose a folder that has only documents.`,
    ]);
    expect(visited).toBeLessThan(MAX_FOLDERS + 20);
  });

  it('is cut at the number of files, of which the nearest are kept', async () => {
    let visited = 0;
    const files = filesOf((path) => {
      visited += 1;
      return path === 'r'
        ? [file('near.md'), ...numbers(200).map(folder)]
        : numbers(1_000).map((name) => file(`${name}.bin`));
    });
    const { documents, problems } = await list(files);
    expect(documents).toEqual(['near.md']);
    expect(problems).toEqual([{ kind: 'tooManyListed', severity: 'warning', args: [String(MAX_LISTED)] }]);
    expect(visited).toBeLessThan(70);
  });

  it('is cut at its depth, which is said', async () => {
    const files = filesOf((path) => [file(`${String(path.split('/').length)}.md`), folder('x')]);
    const { documents, problems } = await list(files);
    expect(documents).toHaveLength(MAX_DEPTH + 1);
    expect(problems).toMatchObject([{ kind: 'tooDeep', args: [String(MAX_DEPTH)] }]);
    expect(problems?.[0]?.document?.split('/')).toHaveLength(MAX_DEPTH + 1);
  });

  it('is cut at the number of documents', async () => {
    const files = filesOf((path) => (path === 'r' ? numbers(6_000).map((name) => file(`${name}.md`)) : []));
    const { documents, problems } = await list(files);
    expect([documents.length, documents.at(-1)]).toEqual([MAX_DOCUMENTS, '04999.md']);
    expect(problems).toMatchObject([{ kind: 'tooManyFiles' }]);
  });

  it('can be left', async () => {
    const signal = { aborted: false };
    let visited = 0;
    const files = filesOf(() => {
      visited += 1;
      signal.aborted = visited > 20;
      return [folder('a'), folder('b')];
    });
    await expect(list(files, signal)).rejects.toThrow(CancelledError);
    expect(visited).toBeLessThan(40);
  });
});

describe('reading the documents of a folder', () => {
  it('is done a few at a time', async () => {
    let open = 0;
    let most = 0;
    const files: FileSystem = {
      ...filesOf((path) => (path === 'r' ? numbers(100).map((name) => file(`${name}.md`)) : [])),
      async readText() {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return '';
      },
    };
    await readArchive(folderSource(files, 'r', 'room'));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(16);
  });

  it('refuses what a link has taken the place of since', async () => {
    for (const link of ['r/a.md', 'r/b']) {
      const files: FileSystem = {
        ...treeOf({ 'a.md': null, b: { 'c.md': null }, 'd.md': null }),
        isLink: (path) => Promise.resolve(path === link),
      };
      const { entries, problems } = await readArchive(folderSource(files, 'r', 'room'));
      expect(entries).toHaveLength(2);
      expect(problems).toMatchObject([{ kind: 'unreadable', args: [{ why: 'link' }] }]);
    }
  });
});
