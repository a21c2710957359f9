import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/core/parse/frontMatter';
import { readMetadata } from '../../../src/core/parse/metadata';
import { problemMessage } from '../../../src/core/archive/problems';

const read = (text: string, isArchive = false) => {
  const frontMatter = readFrontMatter(text, 'a.md');
  const { metadata, problems } = readMetadata(frontMatter, 'a.md', isArchive);
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
      hasOwnId: true,
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
    expect(read(`---\nversions: ["${text}"]\n---\n`, true).metadata.versions).toEqual([
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
    const { metadata, problems } = read('---\ntitle: x\nstatus: solved\nid: "a b"\n---\n', true);
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

  it.each([
    ['31e9251331'],
    ['0407213397'],
    ['2220285e58'],
    ['12345678901234567890'],
    ['0x1f'],
    ['1_000'],
    ['1.10'],
    ['yes'],
    ['on'],
    ['null'],
    ['2024-03-05'],
  ])('keeps %s as it is written', (text) => {
    const { metadata, problems } = read(`---\nid: ${text}\nquestion: ${text}\ntags: [${text}, b]\n---\n`);
    expect(metadata).toMatchObject({ id: text, title: text, topics: [text, 'b'] });
    expect(problems).toEqual([]);
  });

  it.each([
    ['2024', '2024'],
    ['2024-03', '2024-03'],
    ['2024-03-05 09:30:00 +0900', '2024-03-05'],
    ['2024-03-05T00:30:00+09:00', '2024-03-05'],
    ['2024-03-05T23:30:00Z', '2024-03-05'],
    ['"2024-03-05T09:30"', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024/3/5 10:00', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['Tue, 05 Mar 2024 09:30:00 GMT', '2024-03-05'],
    ['2024년 3월 5일', '2024-03-05'],
    ['2024年3月', '2024-03'],
    ['03/05/2024', undefined],
    ['2024-13-05', undefined],
    ['2024-00-05', undefined],
    ['5 Foo 2024', undefined],
    ['1659000000000', undefined],
    ['soon', undefined],
  ])('has the date %s', (text, date) => {
    const { metadata, problems } = read(`---\ntitle: x\ndate: ${text}\n---\n`);
    expect(metadata.date).toBe(date);
    expect(problems.map(({ severity }) => severity)).toEqual(date === undefined ? ['info'] : []);
  });

  it.each([
    ['tags: build cache', ['build', 'cache']],
    ['tags: build, slow cache', ['build', 'slow cache']],
    ['tags: "#build #cache"', ['build', 'cache']],
    ['tags: [[build, cache], [build]]', ['build', 'cache']],
    ['tags:\n  - build\n  -\n  - ""', ['build']],
    ['tags:\n\t- build\n\t- cache', ['build', 'cache']],
    ['tags: []', undefined],
    ['tags:', undefined],
    ['category: Getting Started', ['Getting Started']],
    ['categories: jekyll update', ['jekyll', 'update']],
    ['categories: [[Web, CSS]]\ntags: [grid]', ['Web', 'CSS', 'grid']],
    ['topics: data base', ['data base']],
    ['taxonomies:\n  tags: [a, b]', ['a', 'b']],
  ])('has the topics of %s', (line, topics) => {
    const { metadata, problems } = read(`---\ntitle: x\n${line}\n---\n`);
    expect(metadata.topics).toEqual(topics);
    expect(problems).toEqual([]);
  });

  it.each([
    ['nothing', 'title:'],
    ['an empty text', 'title: ""'],
    ['a tilde', 'title: ~\naliases:'],
    ['an empty item', 'aliases: [""]'],
  ])('has no problem with %s', (_name, line) => {
    expect(read(`---\nlayout: page\n${line}\n---\n`)).toMatchObject({ metadata: {}, problems: [] });
  });

  it.each([
    ['Docusaurus', 'id: faq\nslug: /faq\nsidebar_position: 3\nsidebar_label: FAQ\ntitle: FAQ'],
    ['Dendron', "id: abc123\ntitle: FAQ\ndesc: ''\nupdated: 1659000000000\ncreated: 1659000000000"],
    ['Hugo', 'title: FAQ\nweight: 10\ndraft: false\naliases: [/old/faq/]\nversion: 2'],
    ['Zola', 'title: FAQ\nextra:\n  version: 0.1\n  status: wip'],
    ['Hexo', 'title: FAQ\nlayout: page\ncomments: true\nversion: v1.2'],
    ['a package', 'title: FAQ\nstatus: published\nversion: 2.0.1\nversions: ["1.0", "2.0"]'],
    ['Obsidian', 'title: FAQ\ncssclasses: []\nid: a note with spaces\nstatus: in progress'],
    ['others', 'title: FAQ\nsee: https://example.org\nsymbols: [a b, $c]\nerror: {page: 404}'],
  ])('of %s is not taken for ours', (_name, lines) => {
    const { metadata, problems } = read(`---\n${lines}\n---\n`);
    expect(problems).toEqual([]);
    const { id: _id, aliases, ...rest } = metadata;
    expect(rest).toEqual({ title: 'FAQ' });
    expect(aliases ?? []).toEqual([]);
  });

  it('is ours in a map called archive, wherever it stands', () => {
    const { metadata, problems } = read(
      '---\nid: faq\ntitle: FAQ\nversion: 2\narchive:\n  id: how-long\n  status: solved\n  version: httpx 0.27\n---\n',
    );
    expect(metadata).toEqual({
      id: 'how-long',
      hasOwnId: true,
      title: 'FAQ',
      versions: [{ package: 'httpx', version: '0.27', from: 'declared' }],
    });
    expect(problems).toMatchObject([{ kind: 'frontMatterValue', severity: 'warning', line: 7 }]);
  });

  it.each([
    ['Why "it" fails: a guide', 'title: Why "it" fails: a guide'],
    ['Why "it" fails', 'title: "Why "it" fails"'],
    ["It's slow", "title: 'It's slow'"],
    ['@scope/name is missing', 'title: @scope/name is missing'],
    ['[Bug] It crashes', 'title: [Bug] It crashes'],
    ['100% CPU', 'title: 100% CPU'],
    ['%s is printed', 'title: %s is printed'],
    ['code is shown', 'title: `code` is shown'],
    ['Second', 'title: First\ntitle: Second'],
  ])('has the title %s', (title, line) => {
    expect(read(`---\nlayout: page\n${line}\ndate: 2024-03-05\n---\n`)).toMatchObject({
      metadata: { title, date: '2024-03-05' },
      problems: [],
    });
  });

  it('ends with three dots as well', () => {
    expect(read('---\ntitle: x\n...\n\ntext\n')).toMatchObject({ lineCount: 3, metadata: { title: 'x' } });
  });

  it('is read from TOML', () => {
    const { lineCount, metadata, problems } = read(
      [
        '+++',
        'title = "Why does the build forget?"',
        'date = 2024-03-05T00:30:00+09:00',
        'weight = 10',
        '',
        '[taxonomies]',
        'tags = ["build", "cache"]',
        '[extra]',
        'version = 2',
        '+++',
        'text',
      ].join('\n'),
    );
    expect({ lineCount, metadata, problems }).toEqual({
      lineCount: 10,
      metadata: {
        title: 'Why does the build forget?',
        date: '2024-03-05',
        topics: ['build', 'cache'],
      },
      problems: [],
    });
    expect(read('+++\ndate = 2024-03-05\nslug = 12\n+++\n').metadata.date).toBe('2024-03-05');
    expect(read('+++\ntitle = [1\n+++\ntext').problems).toMatchObject([
      { kind: 'frontMatterSyntax', args: [expect.any(String), 'TOML'] },
    ]);
    expect(read('+++\ntitle = "x"\n').problems).toMatchObject([{ kind: 'frontMatterUnclosed' }]);
    expect(read('+++\n\nAdded lines.\n\n+++\n').lineCount).toBe(0);
  });

  it('is read from JSON', () => {
    expect(read('{\n  "title": "A JSON title",\n  "tags": ["a"],\n  "draft": false\n}\n\ntext\n')).toEqual({
      lineCount: 5,
      metadata: { title: 'A JSON title', topics: ['a'] },
      problems: [],
    });
    expect(read('{\n  "title": "x"\n\nNo end.\n').lineCount).toBe(0);
  });

  it('is read in linear time, whatever is in it', () => {
    for (const part of ['a: "b" c\n', '- [\n', 'a: {\n', '\t', 'a: *b\n', '"', 'a:\n ']) {
      const { lineCount } = read(`---\nk: v\n${part.repeat(20_000 / part.length)}\n---\n`);
      expect(lineCount).toBeGreaterThan(0);
    }
  });
});
