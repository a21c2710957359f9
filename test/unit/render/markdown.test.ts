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

describe('entryAsMarkdown', () => {
  it('is read back as the same thread', () => {
    const [entry] = parseDocument('room.md', ROOM).entries;
    if (entry === undefined) throw new Error('no entry');
    const copy = entryAsMarkdown(entry);
    const [again] = parseDocument('copy.md', copy).entries;
    expect(again?.title).toBe('Why is it slow?');
    const posts = (from: typeof entry | undefined) =>
      from?.posts.map(({ kind, label, answers, markdown }) => ({ kind, label, answers, markdown }));
    expect(posts(again)).toEqual(posts(entry));
    expect(copy).toContain('> A1. Because of the lock.\n>\n> ```python\n> lock()\n> ```');
  });
});
