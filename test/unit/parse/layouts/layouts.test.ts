import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);

describe('which shape a document has', () => {
  it('is a thread where quotes are what headings hold', () => {
    expect(entries('## A\n\n> one\n\n> two\n\n## B\n\n> three\n')[0]?.posts).toHaveLength(2);
  });

  it('is no thread for a quote among prose', () => {
    const prose = 'A paragraph that goes on for a while, and says what there is to say about it.\n';
    const [entry] = entries(`## A\n\n${prose}\n> cited\n\n${prose}\n## B\n\n${prose}\n## C\n\n${prose}`);
    expect(entry?.posts.map(({ kind }) => kind)).toEqual(['answer']);
    expect(entry?.posts[0]?.markdown).toContain('> cited');
  });

  it('is a thread for few quotes that carry labels', () => {
    const text = '## A\n\nSomebody tells a long story here.\n\n> A1. one\n> A1-Q1. two\n\n## B\n\nShort.\n';
    expect(entries(text)[0]?.posts.map(({ label }) => label)).toEqual([undefined, 'A1', 'A1-Q1']);
  });

  it('is an FAQ where most headings of a level ask, and its answers keep their headings', () => {
    expect(
      titles('# FAQ\n\n## How?\n\nSo.\n\n### Detail\n\nx\n\n## Why not?\n\nNo.\n\n### Detail two\n\nx\n'),
    ).toEqual(['How?', 'Why not?']);
  });

  it('is an FAQ by Korean questions without a question mark', () => {
    expect(
      titles('## 세션이란 무엇인가\n\nx\n\n### 하나\n\ny\n\n## 왜 닫아야 하나요\n\nx\n\n### 둘\n\ny\n'),
    ).toEqual(['세션이란 무엇인가', '왜 닫아야 하나요']);
  });

  it('is prose where only some ask', () => {
    expect(
      titles(
        '## How?\n\nSo. And so.\n\n### Detail\n\nx\n\n## Setup\n\nx\n\n## Usage\n\ny\n\n## Speed\n\nz\n',
      ),
    ).toContain('Detail');
  });

  it('is one entry for a heading with one section, or for a question with several', () => {
    expect(titles('# Sessions\n\n## Details\n\nx\n')).toEqual(['Sessions']);
    expect(titles('# Why close it?\n\n## Locks\n\nx\n\n## Memory\n\ny\n')).toEqual(['Why close it?']);
  });

  it.each([
    ['question: Why?', 1],
    ['title: Page', 3],
    ['title: Page\nstatus: answered', 1],
  ])('is decided by front matter: %s', (frontMatter, count) => {
    const text = `---\n${frontMatter}\n---\n## How?\n\na\n\n## What?\n\nb\n\n## When?\n\nc\n`;
    expect(entries(text)).toHaveLength(count);
  });

  it.each([
    ['entry', ['A']],
    ['prose', ['B', 'C']],
    ['faq', ['B']],
  ])('may be said: %s', (shape, expected) => {
    const text = `---\nshape: ${shape}\n---\n# A\n\n## B\n\nx. And y.\n\n### C\n\nz\n`;
    expect(titles(text)).toEqual(expected);
  });

  it('may be said for a whole archive, and a document may say otherwise', () => {
    const parse = (text: string) => parseDocument('a.md', text, { layout: 'entry' }).entries.length;
    expect(parse('## A\n\nx\n\n## B\n\ny\n')).toBe(1);
    expect(parse('---\nshape: prose\n---\n## A\n\nx\n\n## B\n\ny\n')).toBe(2);
  });

  it('is found after all where the one that was said finds nothing', () => {
    expect(titles('---\nshape: collapsed\n---\n## A\n\nx\n\n## B\n\ny\n')).toEqual(['A', 'B']);
  });
});

describe('a thread document', () => {
  it('keeps the room for questions behind one set too high', () => {
    const text = '## Room\n\n### One?\n\n> a\n\nToo high?\n---\n\n> b\n\n### Two?\n\n> c\n';
    expect(entries(text).map(({ title, topics }) => [title, topics])).toEqual([
      ['One?', ['Room']],
      ['Too high?', ['Room']],
      ['Two?', ['Room']],
    ]);
  });

  it('takes a sentence above a rule for no heading', () => {
    const text = '## Room\n\nWhat it is about.\n---\n\n### One?\n\n> a\n';
    expect(entries(text)[0]?.topics).toEqual(['Room']);
  });

  it('begins the next room with its heading', () => {
    const text = '## One\n\n### A\n\n> a\n\n## Two\n\n### B\n\n> b\n';
    expect(entries(text).map(({ topics }) => topics)).toEqual([['One'], ['Two']]);
  });
});

describe('parts', () => {
  const page = (part: string) =>
    ['One', 'Two', 'Three'].map((title) => `## ${title}\n\ntext\n\n### ${part}\n\nmore\n`).join('\n');

  it.each(['💡 Why so', 'Why does it?', 'Output', '무슨 일인가요'])(
    '%s belongs to the section above it',
    (part) => {
      expect(titles(page(part))).toEqual(['One', 'Two', 'Three']);
    },
  );

  it('are found by what recurs below different headings, not by copies', () => {
    const chapter = '# Chapter\n\n## First\n\na\n\n## Second\n\nb\n\n';
    expect(entries(chapter.repeat(4))).toHaveLength(8);
  });

  it('are no questions asked anew under each topic', () => {
    const text = ['Linux', 'Mac', 'Windows']
      .map((os) => `# ${os}\n\n## How do I install it?\n\nx\n`)
      .join('\n');
    expect(entries(text).map(({ topics }) => topics)).toEqual([['Linux'], ['Mac'], ['Windows']]);
  });

  it('make an entry of a heading that has nothing else below it', () => {
    const text =
      '# Part\n\n## A\n\n### Traits\n\nx\n\n### Trouble\n\ny\n\n## B\n\n### Traits\n\nz\n\n### Trouble\n\nw\n';
    expect(titles(text)).toEqual(['A', 'B']);
  });

  it('are never left out', () => {
    const { entries: found, preamble } = parseDocument(
      'x.md',
      '# T\n\n## A\n\n## B\n\n### Reference\n\nx\n\n## C\n\ny\n',
    );
    expect(found.map(({ title }) => title)).toEqual(['B', 'C']);
    expect(preamble).toEqual([{ startLine: 1, endLine: 5 }]);
  });
});

describe('a page of prose', () => {
  it('takes text above other entries for one, a single sentence for their introduction', () => {
    const below = '\n\n### X\n\nx\n\n### Y\n\ny\n\n';
    expect(
      titles(
        `## A\n\nOne sentence.${below}## B\n\nOne. And two.${below.replace('X', 'V').replace('Y', 'W')}`,
      ),
    ).toEqual(['X', 'Y', 'B', 'V', 'W']);
  });

  it('keeps a sentence with the only section below it', () => {
    expect(titles('## A\n\nOne sentence.\n\n### Kinds of it\n\nx\n\n## B\n\ny\n')).toEqual(['A', 'B']);
  });

  it('makes nothing of headings without text, tables of contents and badges', () => {
    const text =
      '[![b](b.svg)](https://example.org)\n\n# Title\n\n- [A](#a)\n- [B](#b)\n\n## Empty\n\n## A\n\nx\n\n## B\n\ny\n';
    expect(titles(text)).toEqual(['A', 'B']);
  });

  it('knows a table of contents of links elsewhere by its heading', () => {
    const list = '- [A](https://example.org/a)\n- [B](https://example.org/b)\n\n';
    expect(titles(`# 목차\n\n${list}# Links\n\n${list}# C\n\nx\n`)).toEqual(['Links', 'C']);
  });
});

describe('quotes in one entry a file', () => {
  const kinds = (body: string) => entries(`---\ntitle: Why\n---\n${body}`)[0]?.posts.map(({ kind }) => kind);
  it('are posts below the question, and citations within prose', () => {
    expect(kinds('Details.\n\n> Because.\n')).toEqual(['question', 'answer']);
    expect(
      kinds(
        'It is so, says the manual, which we cite here:\n\n> It is so.\n\nAnd so it is, as everybody knows.\n',
      ),
    ).toEqual(['answer']);
    expect(
      kinds('A long text about something.\n\n> A1. Because.\n\nAnd a long text about something else.\n'),
    ).toEqual(['question', 'answer', 'note']);
  });
});

describe('questions without headings of their own', () => {
  it('are lines marked with Q, up to the answer', () => {
    const text =
      '# Room\n\n**Q. Why so big?**\n\nA. Layers.\n\nMore.\n\nQ: Where do logs go\nA: To stdout.\n';
    const found = parseDocument('a.md', text).entries;
    expect(
      found.map(({ title, topics, source }) => [title, topics, source.startLine, source.endLine]),
    ).toEqual([
      ['Q. Why so big?', ['Room'], 3, 9],
      ['Q: Where do logs go', ['Room'], 9, 11],
    ]);
    expect(found.map(({ posts }) => posts[0]?.markdown)).toEqual(['A. Layers.\n\nMore.', 'A: To stdout.']);
  });

  it('are bold lines that ask', () => {
    const text = 'Intro.\n\n**Is it free?**\n\nYes.\n\n**How do I leave?**\nWrite to us.\n\n- today\n';
    const found = parseDocument('a.md', text).entries;
    expect(found.map(({ title }) => title)).toEqual(['Is it free?', 'How do I leave?']);
    expect(found[1]?.posts[0]?.markdown).toBe('Write to us.\n\n- today');
  });

  it('are text on a page that is mostly something else', () => {
    const prose = 'A paragraph that goes on for a while. It says what there is to say about it.\n';
    const asides = '**Why?**\n\nSo.\n\n**How?**\n\nThus.\n';
    const text = `# Page\n\n## A\n\n${prose}${prose}${prose}\n## B\n\n${prose}${prose}\n${asides}`;
    expect(parseDocument('a.md', text).entries.map(({ title }) => title)).toEqual(['A', 'B']);
  });
});

describe('headings in list items', () => {
  const text =
    '# Questions\n\n1. ### What is a view?\n\n    A query.\n\n    ```sql\n    SELECT 1\n    ```\n\n2. ### What is a key?\n\n    > A column.\n\n    #### More\n\n    Text.\n';
  const found = parseDocument('a.md', text).entries;

  it('begin entries', () => {
    expect(found.map(({ title, source }) => [title, source.startLine, source.endLine])).toEqual([
      ['What is a view?', 3, 11],
      ['What is a key?', 11, 18],
    ]);
  });

  it('have their text at the margin, and spans that still lead to it', () => {
    expect(found[0]?.posts[0]?.markdown.replace(/^ /gm, '')).toBe('A query.\n\n```sql\nSELECT 1\n```');
    expect(found[0]?.code).toMatchObject([{ language: 'sql', text: 'SELECT 1\n' }]);
    const { start, end } = found[0]!.posts[0]!.span;
    expect(text.slice(start, end)).toMatch(/^ ?A query[^]*```$/);
  });

  it('are none in the middle of a list', () => {
    const list = '# Page\n\nText. And more.\n\n- one\n- ### Two\n';
    expect(parseDocument('a.md', list).entries).toHaveLength(1);
  });
});

describe('preformatted text', () => {
  it('is code, and nothing in it a heading', () => {
    const [entry, ...rest] = entries(
      '# Page\n\nText.\n\n<pre>\n# no &lt;heading&gt;\n\n<b>x</b>\n</pre>\n\nMore.\n',
    );
    expect(rest).toEqual([]);
    expect(entry?.code.map(({ text }) => text)).toEqual(['# no <heading>\n\nx\n']);
  });

  it('is text where it is never closed', () => {
    expect(titles('# Page\n\nText.\n\n<pre>\n\n## One\n\nx\n\n## Two\n\ny\n')).toContain('Two');
  });
});
