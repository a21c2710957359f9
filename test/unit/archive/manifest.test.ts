import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/core/archive/manifest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { problemMessage } from '../../../src/core/archive/problems';
import { memorySource } from '../memory';

const KEYS = 'id title titles description language shape authors web corrections'.split(' ');
const WRONG = [null, true, 0, -1.5, [], [[]], ['a'], {}, { a: { b: 1 } }, { a: '' }, '', ' ', '\u0000'];

describe('readManifest', () => {
  it.each(KEYS.flatMap((key) => WRONG.map((value) => [key, JSON.stringify(value)] as const)))(
    'has %s: %s as a problem of that key, or reads it as a text',
    (key, value) => {
      const { manifest, problems } = readManifest(`{\n"${key}": ${value}\n}`);
      for (const { kind, line, args } of problems) expect([kind, line, args[0]]).toEqual(['manifestValue', 2, key]);
      for (const read of Object.values(manifest)) expect(['string', 'object']).toContain(typeof read);
      if (key !== 'titles' && typeof JSON.parse(value) !== 'string') expect(problems).toHaveLength(1);
    },
  );

  it.each(['[]', '1', 'null', '"a"', '', '{', '[[', '{"a"', '{"id": }', '\u0000'])(
    'reports %j, which is no object',
    (text) => {
      expect(readManifest(text).problems).toMatchObject([{ kind: 'manifestSyntax', line: 1 }]);
    },
  );

  it.each(KEYS.filter((key) => key !== 'titles'))('reports a %s that is too long, with its line', (key) => {
    const { manifest, problems } = readManifest(`{\n"${key}": ${JSON.stringify('a'.repeat(100_000))}\n}`);
    expect(manifest).toEqual({ titles: {} });
    expect(problems).toMatchObject([{ kind: 'manifestValueTooLong', line: 2 }]);
  });

  it('reports titles that are too long', () => {
    const text = JSON.stringify({ titles: { ko: 'a'.repeat(100_000) } });
    expect(readManifest(text)).toMatchObject({
      manifest: { titles: {} },
      problems: [{ kind: 'manifestValueTooLong', args: ['titles', '500'] }],
    });
  });

  it.each([
    ['[', 1],
    ['[\n', 21],
    ['{"a":\n', 21],
    [' [{"a": ', 1],
  ])('reports where %j repeats too often', (unit, line) => {
    const { manifest, problems } = readManifest(unit.repeat(5000));
    expect(manifest).toEqual({ titles: {} });
    expect(problems).toMatchObject([{ kind: 'manifestTooDeep', line, args: ['20'] }]);
    expect(problems.map(problemMessage)).toEqual([
      "archive.json is nested more than 20 levels deep on this line. It was skipped, and the folder's name is used instead.",
    ]);
  });

  it('reports a file that is too long', () => {
    expect(readManifest(`{${' '.repeat(300_000)}}`).problems).toMatchObject([{ kind: 'manifestTooLong' }]);
  });
});

describe('an archive', () => {
  it('is read where its manifest is nested too deeply', async () => {
    const archive = await readArchive(memorySource({ 'archive.json': '['.repeat(5000), 'a.md': '# Q?\n\n> a\n' }));
    expect(archive.entries).toHaveLength(1);
    expect(archive.problems).toMatchObject([{ kind: 'manifestTooDeep', document: 'archive.json', line: 1 }]);
  });

  it('has a short id where its name is long', async () => {
    const source = { ...memorySource({ 'a.md': '# Q?\n\n> a\n' }), name: `a${'-'.repeat(100_000)}a` };
    expect((await readArchive(source)).id).toBe('a');
  });
});
