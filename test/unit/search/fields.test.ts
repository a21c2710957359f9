import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import { segmentsOf } from '../../../src/core/search/fields';

function entryOf(changes: object): Entry {
  return {
    id: 'room/in/my.faq.md#title',
    archive: 'room',
    title: 'Title',
    aliases: [],
    symbols: [],
    errorCodes: [],
    topics: [],
    posts: [],
    translations: [],
    source: { document: 'in/my.faq.md' },
    ...changes,
  } as unknown as Entry;
}
const segments = (changes: object): readonly string[] => {
  const entry = entryOf(changes);
  return segmentsOf(entry, entry).map(({ field, post, text }) => [field, post ?? '', text].join('|'));
};

describe('segmentsOf', () => {
  it('starts with the title and the other names, then symbols and topics', () => {
    const symbols = [
      { name: 'a.Declared', from: 'declared' },
      { name: 'a.Linked', from: 'link' },
      { name: 'a.Mentioned', from: 'code' },
    ];
    expect(segments({ aliases: ['Alias'], symbols, errorCodes: ['e3q8'], topics: ['DB'] })).toEqual([
      'title||Title',
      'title||Alias',
      'symbols||a.Declared',
      'symbols||a.Linked',
      'symbols||e3q8',
      'topics||DB',
      'topics||my.faq',
    ]);
  });

  it('has prose and code of each post, without empty segments', () => {
    const posts = [
      { kind: 'question', markdown: 'Why?' },
      { kind: 'reply', markdown: 'So.\n\n```\nx = 1\n```' },
      { kind: 'note', markdown: '' },
    ];
    expect(segments({ posts }).slice(2)).toEqual(['question|0|Why?', 'answers|1|So.', 'code|1|x = 1']);
  });

  it('has the pinned id, or else the file name, as a topic', () => {
    expect(segments({ id: 'room/pinned-id' })[1]).toBe('topics||pinned-id');
    expect(segments({ id: `room/${'가'.normalize('NFD')}` })[1]).toBe('topics||가');
    expect(segments({ id: 'room/README#x', source: { document: 'a/b/README' } })[1]).toBe('topics||README');
    expect(segments({ id: 'room/c.md#x', source: { document: 'c.md' } })[1]).toBe('topics||c');
  });
});
