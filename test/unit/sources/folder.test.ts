import { describe, expect, it } from 'vitest';
import { problemMessage } from '../../../src/core/archive/problems';
import { readArchive } from '../../../src/core/archive/readArchive';
import { folderSource } from '../../../src/sources/folder';
import type { FileSystem } from '../../../src/sources/files';

/** A file system with these files, where `link` is a link; records the paths that it checks for links. */
function filesOf(paths: readonly string[], asked: string[]): FileSystem {
  return {
    kind: () => Promise.resolve(undefined),
    list: () => Promise.resolve([]),
    isLink(path) {
      asked.push(path);
      return Promise.resolve(path.endsWith('link'));
    },
    facts: (path) => Promise.resolve(paths.includes(path) ? { bytes: 1, modified: 2 } : undefined),
    readText: () => Promise.resolve(''),
    readStart: () => Promise.resolve(undefined),
    join: (folder, relative) => `${folder}/${relative}`,
  };
}

describe('a folder as a source', () => {
  it('finds files inside it, none behind a link, and checks each path once', async () => {
    const asked: string[] = [];
    const files = filesOf(['r/in/a.png', 'r/in/b.png', 'r/link/c.png'], asked);
    const source = folderSource(files, 'r', 'room');
    const found = ['in/a.png', 'in/b.png', 'link/c.png', 'in/gone.png'].map((path) => source.fileAt(path));
    const facts = { bytes: 1, modified: 2 };
    expect(await Promise.all(found)).toEqual([facts, facts, undefined, undefined]);
    expect(asked.sort()).toEqual(['r/in', 'r/in/a.png', 'r/in/b.png', 'r/in/gone.png', 'r/link']);
  });

  const listing = (names: readonly string[]) => {
    const files: FileSystem = {
      ...filesOf([], []),
      list: (path) =>
        Promise.resolve(path === 'r' ? names.map((name) => ({ name, kind: 'file' as const })) : []),
    };
    return folderSource(files, 'r', 'room').list();
  };

  it('lists documents by the extensions of Markdown', async () => {
    const { documents } = await listing(['a.md', 'b.MARKDOWN', 'c.mdx', 'd.mkd', 'e.qmd', 'f.txt', 'g.mdb']);
    expect(documents).toEqual(['a.md', 'b.MARKDOWN', 'c.mdx', 'd.mkd', 'e.qmd']);
  });

  it('counts the files that are no documents, without images and texts of a project', async () => {
    const { others } = await listing(
      'a.md b.rst c.RST d.txt e.png requirements-dev.txt LICENSE.txt Makefile .hidden.txt archive.json'.split(
        ' ',
      ),
    );
    expect(others?.count).toBe(4);
    expect([...(others?.extensions ?? [])]).toEqual([
      ['.rst', 2],
      ['Makefile', 1],
      ['.txt', 1],
    ]);
  });

  it('is reported where it has nothing to read', async () => {
    const messages = async (...names: readonly string[]) => {
      const files: FileSystem = {
        ...filesOf([], []),
        readText: () => Promise.resolve('# Is it free?\n\nYes.\n'),
        list: () => Promise.resolve(names.map((name) => ({ name, kind: 'file' as const }))),
      };
      const { problems } = await readArchive(folderSource(files, 'r', 'room'));
      return problems.map((problem) => `${problem.severity}: ${problemMessage(problem)}`);
    };
    expect(await messages()).toEqual(['warning: The folder is empty. Add files that end in .md.']);
    expect(await messages('a.rst', 'b.rst', 'c.txt')).toEqual([
      'warning: The folder has no Markdown files. Other files: 3, namely .rst (2), .txt (1). Add files that end in .md.',
    ]);
    expect(await messages('a.md', 'b.rst', 'c.txt', 'd.py')).toEqual([
      'info: Only Markdown files are read. These were left out: .rst (1), .txt (1).',
    ]);
    expect(await messages('a.md', 'd.py')).toEqual([]);
  });
});
