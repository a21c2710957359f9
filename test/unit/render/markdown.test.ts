import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/document';
import { entryAsMarkdown } from '../../../src/core/render/markdown';

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

const posts = (from: ReturnType<typeof parseDocument>['entries'][number] | undefined) =>
  from?.posts.map(({ kind, label, answers, markdown }) => ({ kind, label, answers, markdown }));

describe('entryAsMarkdown', () => {
  it('leaves what the asker asks further between the quotes', () => {
    const text = '# Why?\n\nIt is slow.\n\n> Because.\n\nAnd in 2.0?\n\n> Also.\n';
    const [entry] = parseDocument('a.md', text).entries;
    if (entry === undefined) throw new Error('no entry');
    expect(entry.posts.map(({ kind }) => kind)).toEqual(['question', 'answer', 'question', 'answer']);
    const [again] = parseDocument('a.md', entryAsMarkdown(entry)).entries;
    expect(posts(again)).toEqual(posts(entry));
  });

  it('is read back as the same thread', () => {
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
  ])('leaves to the asker what they say: it %s', (_what, text) => {
    const room = `# Room\n\n### How do I close a session?\n\n${text}\n\n### Another one?\n\n> A1. Yes.\n`;
    const [entry] = parseDocument('room.md', room).entries;
    if (entry === undefined) throw new Error('no entry');
    expect(entry.posts.map(({ kind }) => kind)).toContain('question');
    const [again] = parseDocument('copy.md', entryAsMarkdown(entry)).entries;
    expect(posts(again)).toEqual(posts(entry));
  });
});
