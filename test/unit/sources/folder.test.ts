import { describe, expect, it } from 'vitest';
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
});
