import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/core/parse/parseDocument';
import { entryAsMarkdown } from '../../../../../src/core/render/entryMarkdown';

const DUMP = `# #9 - Is the bridge open?

#### Description

I come by bike. Is the bridge open for me?

---

#### Discussion

👤 **kai** replied the **2025-02-01** at **10:00:00**:<br>

Yes, see [the map](https://example.org/map). @ROSA knows more.

> 👤 **Rosa** replied the **2025-02-02** at **10:00:00**:<br>
> Only on weekdays.

---

👤 **bo** replied the **2025-02-03** at **10:00:00**:<br>

Thanks!

> [!NOTE]
> In short: it is open on weekdays.

> [!NOTE]
> The bridge was closed in May.
`;

const [dump] = parseDocument('dump.md', DUMP).entries;

describe('a talk', () => {
  it('is cut into posts with author, date and what they answer', () => {
    expect(dump?.posts.map(({ kind, author, date, replyTo }) => [kind, author, date, replyTo])).toEqual([
      ['question', undefined, undefined, undefined],
      ['answer', 'kai', '2025-02-01', 0],
      ['reply', 'Rosa', '2025-02-02', 1],
      ['reply', 'bo', '2025-02-03', 2],
      ['note', undefined, undefined, undefined],
    ]);
    expect(dump?.answer).toEqual({ text: 'it is open on weekdays.', from: 'declared', post: undefined });
  });

  it('has texts without bylines, rules and headings of its parts', () => {
    expect(dump?.posts.map(({ markdown }) => markdown)).toEqual([
      'I come by bike. Is the bridge open for me?',
      'Yes, see [the map](https://example.org/map). @ROSA knows more.',
      'Only on weekdays.',
      'Thanks!',
      'The bridge was closed in May.',
    ]);
    for (const { span, markdown, line } of dump?.posts ?? []) {
      expect(DUMP.slice(span.start, span.end)).toBe(markdown);
      expect(DUMP.split('\n')[line - 1]).toContain(markdown);
    }
  });

  it('is one entry, and parses to the same posts when copied', () => {
    expect(dump?.title).toBe('#9 - Is the bridge open?');
    const { entries } = parseDocument('copy.md', entryAsMarkdown(dump!));
    expect(
      entries.map(({ posts }) =>
        posts.map(({ kind, author, date, markdown }) => [kind, author, date, markdown]),
      ),
    ).toEqual([dump?.posts.map(({ kind, author, date, markdown }) => [kind, author, date, markdown])]);
  });

  it('leads a heading within it to the post below', () => {
    const text =
      '---\ntitle: A walk\n---\n\nMo and Al walked.\n\n## Early\n\n**Mo**: When do you rise?\n\n**Al**: At five.\n\n**Mo**: Why?\n\n**Al**: Birds.\n';
    const [entry] = parseDocument('a.md', text).entries;
    expect(entry?.posts.map(({ kind, author }) => [kind, author])).toContainEqual(['question', 'Mo']);
    expect(entry?.posts.map(({ markdown }) => markdown).join('\n')).not.toContain('**Mo**');
  });

  it('is unanswered where others only ask back or have the same question', () => {
    const text =
      '# Talk\n\n**mo** [10:31 AM]\nWhy is it red?\n\n**al** [10:32 AM]\nSame here.\n\n**ed** [10:33 AM]\nWhich one?\n';
    const [entry] = parseDocument('a.md', text).entries;
    expect(entry?.status).toBe('unanswered');
    expect(entry?.posts.map(({ kind }) => kind)).toEqual(['question', 'reply', 'reply']);
  });

  it('has a body in a quote, and cited text in an answer', () => {
    const text =
      '# Talk\n\n**mo** commented on 2025-01-01:\n\n> Why is it red?\n\n**al** commented on 2025-01-02:\n\n> Why is it red?\n\nPaint.\n';
    const [entry] = parseDocument('a.md', text).entries;
    expect(entry?.posts.map(({ markdown }) => markdown)).toEqual([
      'Why is it red?',
      '> Why is it red?\n\nPaint.',
    ]);
  });

  it('nests as deep as replies go, and no deeper than quotes are read', () => {
    const quoted = (depth: number): string =>
      `${'> '.repeat(depth)}**@p${String(depth)}x** commented on 2025-01-01:\n${'> '.repeat(depth)}\n${'> '.repeat(depth)}Text ${String(depth)}\n${'> '.repeat(depth)}`;
    const text = `# Why?\n\n${Array.from({ length: 9 }, (_, at) => quoted(at + 1)).join('\n')}\n`;
    const [entry] = parseDocument('a.md', text).entries;
    expect(entry?.posts.slice(0, 3).map(({ author, replyTo }) => [author, replyTo])).toEqual([
      ['p1x', undefined],
      ['p2x', 0],
      ['p3x', 1],
    ]);
    expect(entry?.posts.map(({ markdown }) => markdown).join()).toContain('Text 9');
  });
});

describe('questions that are answered below each', () => {
  it.each([
    ['in quotes', '> Is it red?\n\nNo.\n\n> Is it blue?\n\nYes.\n'],
    ['in italics', '*Is it red?*\n\nNo.\n\n*Is it blue?*\n\nYes.\n'],
  ])('are entries or posts of their own: %s', (_how, text) => {
    const { entries } = parseDocument('a.md', `# A visit\n\n${text}`);
    const answers = entries.flatMap(({ posts }) => posts.filter(({ kind }) => kind === 'answer'));
    expect(answers.map(({ markdown }) => markdown)).toEqual(['No.', 'Yes.']);
    expect(entries.every(({ status }) => status === 'answered')).toBe(true);
  });
});
