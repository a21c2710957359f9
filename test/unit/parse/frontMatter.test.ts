import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/core/parse/frontMatter';
import { readMetadata } from '../../../src/core/parse/metadata';
import { problemMessage } from '../../../src/core/archive/problems';

const read = (text: string) => {
  const frontMatter = readFrontMatter(text, 'a.md');
  const { metadata, problems } = readMetadata(frontMatter, 'a.md');
  return { lineCount: frontMatter.lineCount, metadata, problems: [...frontMatter.problems, ...problems] };
};

describe('front matter', () => {
  it('is read as metadata', () => {
    const { metadata, lineCount, problems } = read(
      [
        '---',
        'id: my-entry',
        'question: "Why: really?"',
        'tags: [a, b]',
        'status: disputed',
        'symbols: sqlalchemy.orm.Session',
        'versions: ["sqlalchemy 1.4", "fastapi==0.110"]',
        'date: 2026-08-21',
        '---',
        'text',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(lineCount).toBe(9);
    expect(metadata).toEqual({
      id: 'my-entry',
      title: 'Why: really?',
      question: 'Why: really?',
      topics: ['a', 'b'],
      status: 'disputed',
      symbols: ['sqlalchemy.orm.Session'],
      versions: [
        { package: 'sqlalchemy', version: '1.4', from: 'declared' },
        { package: 'fastapi', version: '0.110', from: 'declared' },
      ],
      date: '2026-08-21',
    });
  });

  it.each([
    ['sqlalchemy 1.4', 'sqlalchemy', '1.4'],
    ['SQLAlchemy v1.4', 'sqlalchemy', 'v1.4'],
    ['psycopg2', 'psycopg2', ''],
    ['fastapi==0.110', 'fastapi', '0.110'],
    ['fastapi = 0.110', 'fastapi', '0.110'],
    ['fastapi>=0.100', 'fastapi', '>=0.100'],
    ['sqlalchemy >= 1.4, < 2', 'sqlalchemy', '>= 1.4, < 2'],
    ['sqlalchemy==2.*,!=2.0.3', 'sqlalchemy', '==2.*,!=2.0.3'],
    ['sqlalchemy~=2.0', 'sqlalchemy', '~=2.0'],
    ['sqlalchemy^2', 'sqlalchemy', '^2'],
    ['sqlalchemy<2', 'sqlalchemy', '<2'],
    ['sqlalchemy!=2.0.3', 'sqlalchemy', '!=2.0.3'],
    ['sqlalchemy[asyncio]>=2.0', 'sqlalchemy', '>=2.0'],
    ['sqlalchemy [asyncio] 2.0', 'sqlalchemy', '2.0'],
    ['sqlalchemy (>=2.0)', 'sqlalchemy', '>=2.0'],
    ['sqlalchemy 2.0+', 'sqlalchemy', '2.0+'],
    ['>=2.0', '>=2.0', ''],
  ])('has the version of %s', (text, name, version) => {
    expect(read(`---\nversions: ["${text}"]\n---\n`).metadata.versions).toEqual([
      { package: name, version, from: 'declared' },
    ]);
  });

  it.each([
    ['prose between rules', '---\n\nHello there\n\n---\n'],
    ['nothing', ''],
    ['a rule on a later line', 'a\n---\nb: c\n---\n'],
  ])('is not found in %s', (_name, text) => {
    expect(read(text)).toEqual({ lineCount: 0, metadata: {}, problems: [] });
  });

  it('is skipped with the line of its syntax error', () => {
    const { lineCount, metadata, problems } = read('---\ntitle: fine\ntopics: [a, b\n---\ntext');
    expect(metadata).toEqual({});
    expect(lineCount).toBe(4);
    expect(problems).toMatchObject([{ kind: 'frontMatterSyntax', document: 'a.md', line: 3 }]);
    expect(problems.map(problemMessage)[0]).toMatch(/not valid YAML: .+\. It was skipped/);
  });

  it('reports when it is not closed', () => {
    expect(read('---\ntitle: x\n\ntext').problems).toMatchObject([{ kind: 'frontMatterUnclosed', line: 1 }]);
  });

  it('keeps valid keys and reports the line of an invalid one', () => {
    const { metadata, problems } = read('---\ntitle: x\nstatus: solved\nid: "a b"\n---\n');
    expect(metadata).toEqual({ title: 'x' });
    expect(problems).toMatchObject([
      { kind: 'frontMatterValue', line: 4, args: ['id', { wanted: 'pinnedId', args: [] }] },
      {
        kind: 'frontMatterValue',
        line: 3,
        args: ['status', { wanted: 'oneOf', args: [expect.stringContaining('disputed')] }],
      },
    ]);
  });

  it('can be nested: the least nested key counts, and only keys that describe an entry', () => {
    const { metadata, problems } = read(
      '---\nembed:\n  id: bot\n  image:\n    title: A picture\n  title: "The `*args`"\naliases: [star, splat]\nmeta:\n  tags: [python]\n---\n',
    );
    expect(metadata).toEqual({ title: 'The *args', aliases: ['star', 'splat'], topics: ['python'] });
    expect(problems).toEqual([]);
    expect(read('---\ntitle: Flat\nembed:\n  title: Nested\n---\n').metadata.title).toBe('Flat');
    expect(read('---\na:\n  b:\n    title: Third\n---\n').metadata.title).toBe('Third');
    expect(read('---\na:\n  b:\n    c:\n      title: Fourth\n---\n').metadata.title).toBeUndefined();
  });

  it('reports the line of an invalid nested value', () => {
    expect(read('---\nembed:\n  title: [a]\n---\n').problems).toMatchObject([
      { kind: 'frontMatterValue', line: 3, args: ['title', { wanted: 'line', args: [] }] },
    ]);
  });

  it('limits the expansion of aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${`*a${String(at)},`.repeat(9)}]`,
    );
    const { problems } = read(['---', 'a0: &a0 x', ...levels, '---', ''].join('\n'));
    expect(problems).toMatchObject([{ kind: 'frontMatterSyntax' }]);
  });
});
