import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);

describe('a thread document', () => {
  it('keeps the room of questions below one whose heading is too high', () => {
    const text = '## Room\n\n### One?\n\n> a\n\nToo high?\n---\n\n> b\n\n### Two?\n\n> c\n';
    expect(entries(text).map(({ title, topics }) => [title, topics])).toEqual([
      ['One?', ['Room']],
      ['Too high?', ['Room']],
      ['Two?', ['Room']],
    ]);
  });

  it('does not read a sentence above a rule as a heading', () => {
    const text = '## Room\n\nWhat it is about.\n---\n\n### One?\n\n> a\n';
    expect(entries(text)[0]?.topics).toEqual(['Room']);
  });

  it('starts the next room at its heading', () => {
    const text = '## One\n\n### A\n\n> a\n\n## Two\n\n### B\n\n> b\n';
    expect(entries(text).map(({ topics }) => topics)).toEqual([['One'], ['Two']]);
  });
});

describe('subsections', () => {
  const page = (heading: string) =>
    ['One', 'Two', 'Three'].map((title) => `## ${title}\n\ntext\n\n### ${heading}\n\nmore\n`).join('\n');

  it.each(['💡 Why so', 'Why does it?', 'Output', '무슨 일인가요'])(
    '%s belong to the section above them',
    (heading) => {
      expect(titles(page(heading))).toEqual(['One', 'Two', 'Three']);
    },
  );

  it('are detected by headings that repeat below different headings, not in copies', () => {
    const chapter = '# Chapter\n\n## First\n\na\n\n## Second\n\nb\n\n';
    expect(entries(chapter.repeat(4))).toHaveLength(8);
  });

  it('do not include a question that is asked again under each topic', () => {
    const text = ['Linux', 'Mac', 'Windows']
      .map((os) => `# ${os}\n\n## How do I install it?\n\nx\n`)
      .join('\n');
    expect(entries(text).map(({ topics }) => topics)).toEqual([['Linux'], ['Mac'], ['Windows']]);
  });

  it('make a heading with nothing else below it an entry', () => {
    const text =
      '# Part\n\n## A\n\n### Traits\n\nx\n\n### Trouble\n\ny\n\n## B\n\n### Traits\n\nz\n\n### Trouble\n\nw\n';
    expect(titles(text)).toEqual(['A', 'B']);
  });

  it('without an entry above them are kept as entries', () => {
    const { entries: found, preamble } = parseDocument(
      'x.md',
      '# T\n\n## A\n\n## B\n\n### Reference\n\nx\n\n## C\n\ny\n',
    );
    expect(found.map(({ title }) => title)).toEqual(['B', 'C']);
    expect(preamble).toEqual([{ startLine: 1, endLine: 5 }]);
  });
});

describe('a page of prose', () => {
  it('has an entry for text above other entries, but not for a sentence that introduces them', () => {
    const below = '\n\n### X\n\nx\n\n### Y\n\ny\n\n';
    expect(
      titles(
        `## A\n\nOne sentence.${below}## B\n\nOne. And two.${below.replace('X', 'V').replace('Y', 'W')}`,
      ),
    ).toEqual(['X', 'Y', 'B', 'V', 'W']);
  });

  it('joins a sentence and the only section below it', () => {
    expect(titles('## A\n\nOne sentence.\n\n### Kinds of it\n\nx\n\n## B\n\ny\n')).toEqual(['A', 'B']);
  });

  it('has no entries for headings without text, tables of contents and badges', () => {
    const text =
      '[![b](b.svg)](https://example.org)\n\n# Title\n\n- [A](#a)\n- [B](#b)\n\n## Empty\n\n## A\n\nx\n\n## B\n\ny\n';
    expect(titles(text)).toEqual(['A', 'B']);
  });

  it('recognises a table of contents with external links by its heading', () => {
    const list = '- [A](https://example.org/a)\n- [B](https://example.org/b)\n\n';
    expect(titles(`# 목차\n\n${list}# Links\n\n${list}# C\n\nx\n`)).toEqual(['Links', 'C']);
  });
});

describe('quotes in a single entry', () => {
  const kinds = (body: string) => entries(`---\ntitle: Why\n---\n${body}`)[0]?.posts.map(({ kind }) => kind);
  it('are posts below the question and citations in prose', () => {
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

describe('questions without headings', () => {
  it('are read from lines marked Q, up to the answer', () => {
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

  it('are read from bold lines that ask', () => {
    const text = 'Intro.\n\n**Is it free?**\n\nYes.\n\n**How do I leave?**\nWrite to us.\n\n- today\n';
    const found = parseDocument('a.md', text).entries;
    expect(found.map(({ title }) => title)).toEqual(['Is it free?', 'How do I leave?']);
    expect(found[1]?.posts[0]?.markdown).toBe('Write to us.\n\n- today');
  });

  it('are text on a page that mostly has other content', () => {
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

  it('start entries', () => {
    expect(found.map(({ title, source }) => [title, source.startLine, source.endLine])).toEqual([
      ['What is a view?', 3, 11],
      ['What is a key?', 11, 18],
    ]);
  });

  it('have unindented text whose spans map to the document', () => {
    expect(found[0]?.posts[0]?.markdown.replace(/^ /gm, '')).toBe('A query.\n\n```sql\nSELECT 1\n```');
    expect(found[0]?.code).toMatchObject([{ language: 'sql', text: 'SELECT 1\n' }]);
    const { start, end } = found[0]!.posts[0]!.span;
    expect(text.slice(start, end)).toMatch(/^ ?A query[^]*```$/);
  });

  it('do not start entries in the middle of a list', () => {
    const list = '# Page\n\nText. And more.\n\n- one\n- ### Two\n';
    expect(parseDocument('a.md', list).entries).toHaveLength(1);
  });
});

describe('preformatted text', () => {
  it('is code without headings', () => {
    const [entry, ...rest] = entries(
      '# Page\n\nText.\n\n<pre>\n# no &lt;heading&gt;\n\n<b>x</b>\n</pre>\n\nMore.\n',
    );
    expect(rest).toEqual([]);
    expect(entry?.code.map(({ text }) => text)).toEqual(['# no <heading>\n\nx\n']);
  });

  it('is text where it is not closed', () => {
    expect(titles('# Page\n\nText.\n\n<pre>\n\n## One\n\nx\n\n## Two\n\ny\n')).toContain('Two');
  });
});
