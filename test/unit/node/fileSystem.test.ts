import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemMessage } from '../../../src/core/archive/problems';
import { readArchive } from '../../../src/core/archive/readArchive';
import { variantsOf } from '../../../src/core/model';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { fileSource, folderSource } from '../../../src/sources/folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const inFolder = (...path: readonly string[]): string => join(folder, ...path);
const QUESTION = '# Where are the keys?\n\n> Under the doormat.\n';
const LIMIT = 1_000;
const read = (path: string): Promise<string> => nodeFileSystem.readText(path, LIMIT);

/** The entries' documents, and the problems, of the folder as an archive. */
async function archive(root = folder) {
  const { entries, problems } = await readArchive(folderSource(nodeFileSystem, root, 'room'));
  return {
    entries,
    documents: entries.map(({ source }) => source.document),
    problems: problems.map((problem) => `${problem.document ?? ''}: ${problemMessage(problem)}`),
  };
}

describe('a file', () => {
  it('is read up to a limit, which is exact', async () => {
    writeFileSync(inFolder('a.md'), 'x'.repeat(LIMIT));
    expect(await read(inFolder('a.md'))).toHaveLength(LIMIT);
    appendFileSync(inFolder('a.md'), 'x');
    await expect(read(inFolder('a.md'))).rejects.toMatchObject({ reason: { why: 'tooLarge' } });
    writeFileSync(inFolder('empty.md'), '');
    expect(await read(inFolder('empty.md'))).toBe('');
    writeFileSync(inFolder('long.md'), '한'.repeat(100_000));
    expect(await nodeFileSystem.readText(inFolder('long.md'), 300_000)).toHaveLength(100_000);
  });

  it('says why it cannot be read', async () => {
    await expect(read(folder)).rejects.toMatchObject({ reason: { why: 'folder' } });
    await expect(read(inFolder('gone.md'))).rejects.toMatchObject({ reason: { why: 'missing' } });
    await expect(read('a\0.md')).rejects.toMatchObject({ name: 'SourceError' });
    expect(await nodeFileSystem.facts('a\0.png')).toBeUndefined();
    expect(await nodeFileSystem.kind('a\0.png')).toBeUndefined();
    expect(await nodeFileSystem.isLink('a\0.png')).toBe(false);
  });

  it('is a folder listed up to a limit', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(inFolder(name), '');
    mkdirSync(inFolder('d'));
    expect(await nodeFileSystem.list(folder, 3)).toHaveLength(3);
    expect(await nodeFileSystem.list(folder, 10)).toHaveLength(4);
    await expect(nodeFileSystem.list(inFolder('a'), 9)).rejects.toMatchObject({
      reason: { why: 'notFolder' },
    });
  });
});

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  const pipe = (name: string): string => {
    execFileSync('mkfifo', [inFolder(name)]);
    return inFolder(name);
  };

  it('is never waited for', async () => {
    const path = pipe('pipe.md');
    await expect(read(path)).rejects.toMatchObject({ reason: { why: 'notFile' } });
    expect(await nodeFileSystem.kind(path)).toBe('other');
    expect(await nodeFileSystem.facts(path)).toBeUndefined();
    expect(await nodeFileSystem.readStart(path, 10)).toBeUndefined();
    await expect(read('/dev/zero')).rejects.toMatchObject({ reason: { why: 'notFile' } });
    expect(await nodeFileSystem.kind('/dev/null')).toBe('other');
  });

  it('is left out of an archive, whose rest is read', async () => {
    writeFileSync(inFolder('a.md'), `${QUESTION}\n![](pipe.png)\n`);
    pipe('pipe.md');
    pipe('pipe.png');
    const server = createServer().listen(inFolder('socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { documents, problems } = await archive();
    server.close();
    expect(documents).toEqual(['a.md']);
    expect(problems).toEqual(['a.md: The image "pipe.png" is not in the archive.']);
  });

  it('is a problem where it takes the place of a file that was listed', async () => {
    for (const name of ['a.md', 'b.md']) writeFileSync(inFolder(name), QUESTION);
    const source = folderSource(nodeFileSystem, folder, 'room');
    const listing = await source.list();
    rmSync(inFolder('a.md'));
    pipe('a.md');
    const { entries, problems } = await readArchive({ ...source, list: () => Promise.resolve(listing) });
    expect(entries.map(({ source: { document } }) => document)).toEqual(['b.md']);
    expect(problems.map(problemMessage)).toEqual([
      'The file cannot be read: it is neither a file nor a folder.',
    ]);
  });

  it('is the end of an archive that it is all of', async () => {
    const source = fileSource(nodeFileSystem, folder, 'pipe.md');
    pipe('pipe.md');
    await expect(source.list()).rejects.toMatchObject({ reason: { why: 'notFile' } });
  });
});

describe.skipIf(process.platform === 'win32')('a path that leads out of the archive', () => {
  let outside: string;
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    mkdirSync(join(outside, 'in'));
    for (const path of ['secret.md', 'in/secret.md'])
      writeFileSync(join(outside, path), '# Secret?\n\n> Yes.\n');
    for (const path of ['secret.png', 'in/secret.png']) writeFileSync(join(outside, path), 'PNG');
  });
  afterEach(() => {
    rmSync(outside, { recursive: true });
  });

  it('is not followed by documents', async () => {
    writeFileSync(inFolder('a.md'), QUESTION);
    symlinkSync(join(outside, 'secret.md'), inFolder('link.md'));
    symlinkSync(outside, inFolder('out'));
    symlinkSync('.', inFolder('loop'));
    symlinkSync('self.md', inFolder('self.md'));
    symlinkSync(join(outside, 'gone.md'), inFolder('dangling.md'));
    expect(await archive()).toMatchObject({ documents: ['a.md'], problems: [] });
  });

  it('is not followed by a document whose folder is replaced after it was listed', async () => {
    mkdirSync(inFolder('in'));
    writeFileSync(inFolder('in', 'secret.md'), QUESTION);
    const source = folderSource(nodeFileSystem, folder, 'room');
    const listing = await source.list();
    rmSync(inFolder('in'), { recursive: true });
    symlinkSync(join(outside, 'in'), inFolder('in'));
    const { entries, problems } = await readArchive({ ...source, list: () => Promise.resolve(listing) });
    expect(entries).toEqual([]);
    expect(problems.map(problemMessage)).toEqual([
      'The file cannot be read: a symbolic link has taken its place.',
    ]);
  });

  it.each([
    '../SIDE/secret.png',
    '%2e%2e/SIDE/secret.png',
    '%252e%252e/SIDE/secret.png',
    '..%2fSIDE%2fsecret.png',
    String.raw`..\SIDE\secret.png`,
    String.raw`\\SIDE\secret.png`,
    '//SIDE/secret.png',
    'OUT/secret.png',
    'file:OUT/secret.png',
    'link.png',
    'out/secret.png',
    'in/../../SIDE/secret.png',
    'a%00.png',
  ])('is no image: %s', async (target) => {
    symlinkSync(join(outside, 'secret.png'), inFolder('link.png'));
    symlinkSync(outside, inFolder('out'));
    mkdirSync(inFolder('in'));
    const path = target.replace('SIDE', outside.split('/').at(-1) ?? '').replace('OUT', outside);
    writeFileSync(inFolder('a.md'), `${QUESTION}\n![](<${path}>)\n`);
    const { entries } = await archive();
    const images = entries.flatMap(variantsOf).flatMap((variant) => variant.images);
    expect(images.filter(({ state }) => state === 'present')).toEqual([]);
  });

  it('may be the archive itself, and a hard link is a file', async () => {
    writeFileSync(inFolder('a.md'), QUESTION);
    linkSync(inFolder('a.md'), inFolder('b.md'));
    symlinkSync(folder, join(outside, 'room'));
    expect((await archive(join(outside, 'room'))).documents).toEqual(['a.md', 'b.md']);
  });
});

describe.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('permissions', () => {
  it('that are missing are problems of one folder and one file', async () => {
    mkdirSync(inFolder('locked'));
    writeFileSync(inFolder('a.md'), QUESTION);
    writeFileSync(inFolder('b.md'), QUESTION);
    execFileSync('chmod', ['000', inFolder('locked'), inFolder('b.md')]);
    const { documents, problems } = await archive();
    execFileSync('chmod', ['700', inFolder('locked'), inFolder('b.md')]);
    expect(documents).toEqual(['a.md']);
    expect(problems).toEqual([
      'b.md: The file cannot be read: permission denied.',
      'locked: The folder cannot be read: permission denied. The rest of the archive was read.',
    ]);
  });
});
