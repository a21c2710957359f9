import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;

describe('titles', () => {
  it.each([
    ['exit().md', 'exit()'],
    ['args-kwargs.md', 'args kwargs'],
    ['os.path.md', 'os.path'],
    ['scoped_session.md', 'scoped_session'],
    ['asyncio/README.md', 'asyncio'],
  ])('come from the file name %s where the document has none', (path, title) => {
    expect(entries('Some text.\n', path)[0]?.title).toBe(title);
  });

  it('come from a bold first line', () => {
    const [entry] = entries('**In `place`, or not**\n\nText.\n', 'in-place.md');
    expect([entry?.title, entry?.slug, entry?.posts[0]?.markdown]).toEqual([
      'In place, or not',
      'in-place',
      'Text.',
    ]);
    expect(entries('**Note** that it is.\n', 'a.md')[0]?.title).toBe('a');
  });

  it.each([
    ['"The `*args` of **it**"', 'The *args of it'],
    ['"`if __name__`"', 'if __name__'],
    ['__init__ and __new__', '__init__ and __new__'],
    ['a_b_c', 'a_b_c'],
    ['"<b>Bold</b> <T>"', 'Bold <T>'],
  ])('in front matter are plain text: %s', (title, expected) => {
    expect(entries(`---\ntitle: ${title}\n---\nx\n`)[0]?.title).toBe(expected);
  });
});
