import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { entryAsMarkdown } from '../../../src/core/render/entryMarkdown';

const ROOM = `# Room

### Why is it slow?

It takes a minute.

> A1. Because of the lock.
>
> \`\`\`python
> lock()
> \`\`\`

> A1-1. I see.

> [!NOTE]
> Mended in 2.0.

### Another one

> Yes.
`;

/** What parsing has to preserve. */
const posts = (from: ReturnType<typeof parseDocument>['entries'][number] | undefined) =>
  from?.posts.map(({ kind, label, replyTo, markdown }) => ({ kind, label, replyTo, markdown }));

describe('entryAsMarkdown', () => {
  it('keeps follow-up questions between the quotes', () => {
    const text = '# Why?\n\nIt is slow.\n\n> Because.\n\nAnd in 2.0?\n\n> Also.\n';
    const [entry] = parseDocument('a.md', text).entries;
    if (entry === undefined) throw new Error('no entry');
    expect(entry.posts.map(({ kind }) => kind)).toEqual(['question', 'answer', 'question', 'answer']);
    const [again] = parseDocument('a.md', entryAsMarkdown(entry)).entries;
    expect(posts(again)).toEqual(posts(entry));
  });

  it('parses to the same thread', () => {
    const [entry] = parseDocument('room.md', ROOM).entries;
    if (entry === undefined) throw new Error('no entry');
    const copy = entryAsMarkdown(entry);
    const [again] = parseDocument('copy.md', copy).entries;
    expect(again?.title).toBe('Why is it slow?');
    expect(posts(again)).toEqual(posts(entry));
    expect(copy).toContain('> A1. Because of the lock.\n>\n> ```python\n> lock()\n> ```');
  });

  const ASKED = 'How do I close a session in a thread? I tried this and I get an error.';
  it.each([
    ['goes on in a quote', `> ${ASKED}\n\n> 추가로 파이썬 3.11을 쓰고 있습니다.\n\n> Use close().`],
    ['goes on in plain text', `> ${ASKED}\n\nIs it safe?\n\n> Use close().`],
    ['cites somebody', `> I have a problem. They said:\n>\n> > Use it.\n>\n> Is it true?\n\n> Use close().`],
    ['shows a prompt in plain text', 'It says:\n\n```\n>>> f()\n```\n\nSo.\n\n> Use close().\n\n> Yes.'],
    ['comes below a note', `> [!NOTE]\n> Old.\n\n> ${ASKED}`],
    ['comes below a note, in plain text', '> [!NOTE]\n> Old.\n\nIt hangs.\n\n> Use close().'],
    ['is around a note', `> ${ASKED}\n\n> [!NOTE]\n> Old.\n\nIs it safe?`],
  ])('keeps the asker’s posts theirs: the question %s', (_what, text) => {
    const room = `# Room\n\n### How do I close a session?\n\n${text}\n\n### Another one?\n\n> A1. Yes.\n`;
    const [entry] = parseDocument('room.md', room).entries;
    if (entry === undefined) throw new Error('no entry');
    expect(entry.posts.map(({ kind }) => kind)).toContain('question');
    const [again] = parseDocument('copy.md', entryAsMarkdown(entry)).entries;
    expect(posts(again)).toEqual(posts(entry));
  });

  it.each([
    ['a fence', '```python\nlock()\n```'],
    ['indented code', '    lock()\n\nThat is all.'],
    ['preformatted text', '<pre>\nlock()\n</pre>'],
    ['a list', '- one\n- two\n\nBoth.'],
    ['a numbered list', '1. one\n2. two'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a heading', '## In short\n\nIt is locked.'],
    ['an underlined heading', 'In short\n---\n\nIt is locked.'],
    ['a nested quote', '> It is slow.\n\nIt is locked.'],
    ['a rule', '---\n\nIt is locked.'],
    ['details', '<details><summary>More</summary>\n\nIt is locked.\n\n</details>'],
    ['a comment', '<!-- old -->\n\nIt is locked.'],
    ['a definition', '[a]: https://example.org\n\nSee [a].'],
    ['a paragraph', 'It is locked:\n\n```\nlock()\n```'],
    ['nothing', ''],
  ])('keeps the text behind a label: %s', (_what, text) => {
    const quote = `A1.\n\n${text}`.trimEnd().replace(/^/gm, '> ');
    const [entry] = parseDocument('room.md', `# Why?\n\nIt is slow.\n\n${quote}\n\n> A1-1. I see.\n`).entries;
    if (entry === undefined) throw new Error('no entry');
    expect(entry.posts.map(({ label, markdown }) => [label, markdown]).slice(1, 2)).toEqual([['A1', text]]);
    const [again] = parseDocument('copy.md', entryAsMarkdown(entry)).entries;
    expect(posts(again)).toEqual(posts(entry));
  });

  describe('has a heading that parses to the title', () => {
    const [entry] = parseDocument('a.md', '# T\n\nWhy?\n\n> Because.\n').entries;
    if (entry === undefined) throw new Error('no entry');
    const copyOf = (title: string): string => entryAsMarkdown({ ...entry, title });
    const titleOfCopy = (title: string) => parseDocument('copy.md', copyOf(title)).entries[0]?.title;

    it.each([
      'What does __init__ do?',
      '*args and **kwargs',
      '_private, a__b and scoped_session',
      'Response<tag>, <b>bold</b>, <br> and <!-- none -->',
      '[x](y), ![x](y) and [x]',
      '# first',
      'ends with C# and #',
      '##',
      '`code` and ``more`',
      'A \\ B, C:\\new and \\*',
      'A &amp; B, Q&A &#35;',
      '~~old~~ $x$ | a > b',
      'https://example.org/*a*/_b_?c=`d` and mailto:a_b@example.org',
      '<https://example.org>',
      '- item',
      '1. one',
      '> quote',
      '{:} and {: .wide}',
      'What is {#id}',
      'A **b**{.c} or {.c}',
      '{{ value }} and {% tag %}',
      'a ==b== and a == b',
      'a :tada: b and 10:30:00',
      '[a b][c-d], [[note]] and text[^1]',
    ])('%s', (title) => {
      expect(titleOfCopy(title)).toBe(title);
    });

    it('whatever is in it', () => {
      const fragment = fc.constantFrom(
        ...Array.from('\\`*_{}[]()#+-.!<>&|~:@$"\'/;=? aé세1'),
        ...[
          '**',
          '__',
          '~~',
          '](',
          '://',
          'https://',
          '&amp;',
          '<b>',
          '</b>',
          '<br>',
          '<!--',
          '-->',
          '<a href="x">',
        ],
      );
      fc.assert(
        fc.property(fc.array(fragment, { maxLength: 25 }), (fragments) => {
          const title = fragments.join('').replace(/\s+/g, ' ').trim();
          fc.pre(title !== '');
          expect(titleOfCopy(title)).toBe(title);
        }),
        { numRuns: 300 },
      );
    });

    it('without needless escapes', () => {
      const title = 'Is scoped_session(a, b) -> C thread-safe, Q&A?';
      expect(copyOf(title).split('\n', 1)).toEqual([`# ${title}`]);
    });
  });
});
