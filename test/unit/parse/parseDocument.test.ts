import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { expectAllLines } from './expectAllLines';

const ROOM = `## The room

[The room](https://example.org/room) shares some of its threads.

---

### Is a new session safe in threads?

> I have a question. Is a new session safe in threads?

> Answering my own question: yes, when it is not shared.
> https://example.org/threads

### Reading list

> - https://example.org/a
> - https://example.org/b

### 세션 공유 포스팅입니다. https://example.org/post

> ![](./images/1.png)
> 확인해 보겠습니다.
`;

describe('a thread document', () => {
  const parsed = parseDocument('room.md', ROOM);

  it('has an entry for each question heading', () => {
    expect(parsed.entries.map(({ slug, status, topics }) => [slug, status, topics])).toEqual([
      ['is-a-new-session-safe-in-threads', 'self-answered', ['The room']],
      ['reading-list', 'link', ['The room']],
      ['세션-공유-포스팅입니다', 'answered', ['The room']],
    ]);
    expect(parsed.entries[0]?.posts.map(({ kind }) => kind)).toEqual(['question', 'answer']);
    expect(parsed.problems).toEqual([]);
  });

  it('accounts for every line', () => {
    expectAllLines(ROOM, parsed);
    expect(parsed.preamble).toEqual([{ startLine: 1, endLine: 7 }]);
  });

  it('finds links and images with their spans in the document', () => {
    const [first, , third] = parsed.entries;
    expect(first?.links.map(({ target }) => target)).toEqual(['https://example.org/threads']);
    expect(third?.links.map(({ target }) => target)).toEqual(['https://example.org/post']);
    for (const link of parsed.entries.flatMap(({ links }) => links)) {
      expect(ROOM.slice(link.span.start, link.span.end)).toBe(link.target);
    }
    expect(third?.images).toMatchObject([
      { target: './images/1.png', path: 'images/1.png', state: 'missing', line: 21 },
    ]);
  });

  it('parses the same with CRLF, a byte order mark and decomposed characters', () => {
    const other = parseDocument('room.md', `\uFEFF${ROOM.replaceAll('\n', '\r\n')}`.normalize('NFD'));
    expect(other).toEqual(parsed);
  });

  it('keeps every span inside the document', () => {
    for (const post of parsed.entries.flatMap(({ posts }) => posts)) {
      expect(ROOM.slice(post.span.start, post.span.end)).toContain(post.markdown.split('\n')[0]);
    }
  });
});

describe('a single entry', () => {
  it('is detected by its front matter', () => {
    const text = '---\nid: x\ntitle: Why?\nlanguage: en\n---\n\nDetails of it.\n\n> A1. Because.\n';
    const parsed = parseDocument('topics/x.md', text);
    expect(parsed.entries).toMatchObject([
      {
        pinned: 'x',
        title: 'Why?',
        topics: ['topics'],
        language: 'en',
        status: 'answered',
        source: { startLine: 1, endLine: 10 },
      },
    ]);
    expect(parsed.entries[0]?.posts.map(({ kind, line }) => [kind, line])).toEqual([
      ['question', 7],
      ['answer', 9],
    ]);
    expectAllLines(text, parsed);
  });

  it('has plain text as its answer when the front matter asks and there are no quotes', () => {
    expect(parseDocument('x.md', '---\nquestion: Why?\n---\nBecause.').entries[0]?.posts).toMatchObject([
      { kind: 'answer', markdown: 'Because.' },
    ]);
  });

  it('is detected by its single top heading', () => {
    const text = '# Why?\n\n## Details\n\nBecause.\n';
    const parsed = parseDocument('x.md', text);
    expect(parsed.entries).toMatchObject([{ title: 'Why?', slug: 'why' }]);
    expect(parsed.entries[0]?.posts[0]?.markdown).toBe('## Details\n\nBecause.');
    expectAllLines(text, parsed);
  });

  it('is detected by front matter without a title, even if malformed', () => {
    for (const top of ['topics: [a]', 'topics: [', 'title x\ntopics: [a]', '"title" : [a]']) {
      const { entries } = parseDocument('why.md', `---\n${top}\n---\nText.\n\n> A1. Because.\n`);
      expect(entries.map(({ title, posts }) => [title, posts.length])).toEqual([['why', 2]]);
    }
  });

  it('keeps the body below malformed front matter', () => {
    const text = '---\ntitle: [\n---\n# Why?\n\n> Because.\n';
    const parsed = parseDocument('x.md', text);
    expect(parsed.entries).toMatchObject([{ title: 'Why?' }]);
    expect(parsed.problems).toMatchObject([{ kind: 'frontMatterSyntax', line: 2 }]);
    expectAllLines(text, parsed);
  });
});

describe('reference links', () => {
  it('work in each post, wherever the document defines them, and are not posts', () => {
    const text =
      '## One\n\n> See [the docs][1].\n\n## Two\n\n> See [1].\n\n[1]: https://example.org/docs "Docs"\n';
    const { entries } = parseDocument('x.md', text);
    expect(entries.map(({ posts }) => posts.map(({ markdown }) => markdown))).toEqual([
      ['See [the docs][1].\n\n[1]: <https://example.org/docs> "Docs"'],
      ['See [1].\n\n[1]: <https://example.org/docs> "Docs"'],
    ]);
    expect(entries.map(({ links }) => links.map(({ target }) => target))).toEqual([
      ['https://example.org/docs'],
      ['https://example.org/docs'],
    ]);
  });
});

describe('an unclosed <details>', () => {
  it('ends before the threads below it', () => {
    const text = '### One?\n\n> a\n\n<details>\n\n### Two?\n\n> b\n\n### Three?\n\n> c\n';
    expect(parseDocument('x.md', text).entries.map(({ title }) => title)).toEqual(['One?', 'Two?', 'Three?']);
  });
});

describe('versions', () => {
  it('are inferred from links in the thread, but not in notes', () => {
    const link = (version: string) => `https://docs.sqlalchemy.org/en/${version}/orm/`;
    const [entry] = parseDocument(
      'x.md',
      `# Why?\n\n> ${link('14')}\n\n> [!NOTE]\n> ${link('20')}\n`,
    ).entries;
    expect(entry?.versions).toEqual([{ package: 'sqlalchemy', version: '1.4', from: 'inferred' }]);
  });
});

describe('ids of entries', () => {
  it('are pinned by a comment below the heading', () => {
    expect(
      parseDocument('x.md', '## A\n<!-- id: the-a -->\n> x\n\n## B\n> y').entries.map(({ pinned }) => pinned),
    ).toEqual(['the-a', undefined]);
  });

  it('stay with their entries when equal headings move', () => {
    const one = '## Setup\n\n> first way\n\n';
    const two = '## Setup\n\n> second way\n\n';
    const slugs = (text: string) =>
      new Map(parseDocument('x.md', text).entries.map(({ slug, posts }) => [posts[0]?.markdown, slug]));
    expect(slugs(one + two)).toEqual(slugs(two + one));
    expect(new Set(slugs(one + two).values()).size).toBe(2);
  });

  it('stay when other entries are added or removed', () => {
    const slug = (text: string) =>
      parseDocument('x.md', text).entries.find(({ title }) => title === 'B')?.slug;
    expect(slug('## A\n> x\n\n## B\n> y\n\n## C\n> z')).toBe(slug('## B\n> y\n\n## D\n> w'));
  });
});

describe('any text', () => {
  it.each(['', '\n', '\uFEFF', 'just text', '---\n---\n', '---\na: b', '#\n\n> x', '> x\n\n# A\n# B'])(
    '%j keeps every line',
    (text) => {
      expectAllLines(text, parseDocument('x.md', text));
    },
  );

  it('reports an empty file', () => {
    expect(parseDocument('x.md', ' \n').problems).toMatchObject([{ kind: 'emptyDocument' }]);
  });

  it('never throws and keeps every line', () => {
    const line = fc.constantFrom(
      '# A',
      '## B',
      '### C',
      '> q',
      '> > n',
      '>',
      '',
      '---',
      '===',
      '```',
      '> ```',
      'text',
      '- item',
      'a: b',
      '<details>',
      '</details>',
      '<details><summary>Q</summary>',
      '<details><summary>R</summary>a</details>',
      '<details><summary>R</summary>a</details><details><summary>S</summary>b</details>',
      '<details><summary>T</summary><details><summary>U</summary>c</details></details>x',
      '<summary>',
      'S</summary>',
      '    <details>',
      'a</details>',
      '<div align="center">',
      '    <img src="x.png">',
      '</br>',
      '<b>',
      '- [a](#a)',
      '# How?',
      '## 목차',
      '#### Reference',
      '> > # N',
      '>     code',
      '| - |',
      '  ===',
      '<!-- id: x -->',
      '<!--',
      '-->',
      '> A1. a',
      '> A1-Q1. b',
      '> [!NOTE]',
      '\t',
      '    code',
      '[a]: b',
      '![](x.png)',
      '| a |',
      '|---|',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        expectAllLines(text, parseDocument('x.md', text));
      }),
      { numRuns: 500 },
    );
  });
});
