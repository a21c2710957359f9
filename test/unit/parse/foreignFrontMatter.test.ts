import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/core/parse/frontMatter';
import { readMetadata } from '../../../src/core/parse/metadata';
import { problemMessage } from '../../../src/core/archive/problems';

const read = (text: string, isArchive = false) => {
  const frontMatter = readFrontMatter(text, 'a.md');
  const { metadata, problems } = readMetadata(frontMatter, 'a.md', isArchive);
  return { lineCount: frontMatter.lineCount, metadata, problems: [...frontMatter.problems, ...problems] };
};

describe('front matter of strangers', () => {
  const KEYS =
    'id title question short answer aliases language topics tags categories status symbols errors versions date see shape archive'.split(
      ' ',
    );
  const VALUES = [
    'null',
    '~',
    '[]',
    '[[]]',
    '[[[a]]]',
    '{}',
    '{a: b}',
    '{a: {a: {a: {a: b}}}}',
    '[{a: b}]',
    '!!binary AAAA',
    '!!js/function a',
    '!!timestamp 1',
    '&a [*a]',
    '&a {b: *a}',
    '*missing',
    '? a',
    '"\\0"',
    '|\n  a\n  b',
    "''",
  ];

  it.each(KEYS.flatMap((key) => VALUES.map((value) => [key, value] as const)))(
    'has %s: %s as a value or a problem with its line',
    (key, value) => {
      for (const isArchive of [false, true]) {
        const { problems } = read(`---\ntitle: a\n${key}: ${value}\n---\n`, isArchive);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(problemMessage(problem)).not.toMatch(/undefined|\[object/);
        }
      }
    },
  );

  it.each([
    ['dashes', `---\nt:\n ${'- '.repeat(5000)}\n---\n`, 3],
    ['brackets', `---\nt: a\nx: ${'['.repeat(5000)}\n---\n`, 3],
    ['question marks', `---\nt:\n ${'? '.repeat(400)}\n---\n`, 3],
    ['keys', `---\nt: ${'a: '.repeat(5000)}\n---\n`, 2],
  ])('is skipped with a problem where %s are nested too deeply', (_, text, line) => {
    const { metadata, lineCount, problems } = read(`${text}# Q?\n`);
    expect(metadata).toEqual({});
    expect(lineCount).toBe(text.split('\n').length - 1);
    expect(problems).toMatchObject([{ kind: 'frontMatterTooDeep', line, args: ['20'] }]);
  });

  it('is skipped with a problem where it is too long', () => {
    const { problems } = read(`---\n${'k: v\n'.repeat(25_000)}---\n`);
    expect(problems).toMatchObject([{ kind: 'frontMatterTooLong', line: 1, args: ['20000'] }]);
  });

  it.each([
    ['title', 'a'.repeat(1001)],
    ['symbols', `[${'a.b, '.repeat(501)}]`],
    ['see', `[${'a'.repeat(1001)}]`],
  ])('has no %s that is too long', (key, value) => {
    const { metadata, problems } = read(`---\nstatus: answered\n${key}: ${value}\n---\n`);
    expect(metadata).toEqual({ status: 'answered' });
    expect(problems).toMatchObject([
      { kind: 'frontMatterValueTooLong', line: 3, args: [key, '500', '1000'] },
    ]);
  });
});
