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
});
