import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../src/core/archive/documentLinks';
import type { Entry } from '../../../src/core/model';

/** What links ask of an entry. */
function entry(id: string, document: string, title: string, translations: readonly object[] = []): Entry {
  return { id: `room/${id}`, source: { document }, title, translations } as unknown as Entry;
}

const links = documentLinks([
  entry('faq.md#why-is-it-slow', 'faq.md', 'Why is it slow?'),
  entry('faq.md#is-c++-any-good', 'faq.md', 'Is C++ & Rust any good?'),
  entry('faq.md#again--first', 'faq.md', 'Again'),
  entry('faq.md#again--second', 'faq.md', 'Again'),
  entry('faq.md#what-s-new-in-2-0', 'faq.md', "What's new in 2.0?"),
  entry('faq.md#is-session-execute-async-await', 'faq.md', 'Is session.execute() async/await?'),
  entry('Closing', 'faq.md', 'How is it closed?'),
  entry('C#.md#time-out', 'C#.md', 'Time out'),
  entry('C#.md#timeout', 'C#.md', 'Timeout'),
  entry('pinned', 'in/pool.md', '커넥션 풀의 크기는?', [
    { source: { document: 'in/pool.en.md' }, title: 'How large is a pool?' },
  ]),
]);

describe('links between documents', () => {
  it('lead to the entry below a heading, as sites make anchors of it', () => {
    expect(links.entryAtFragment('faq.md', 'why-is-it-slow')).toBe('room/faq.md#why-is-it-slow');
    expect(links.entryAtFragment('faq.md', 'is-c--rust-any-good')).toBe('room/faq.md#is-c++-any-good');
    expect(links.entryAtFragment('faq.md', 'nothing')).toBeUndefined();
    expect(links.entryAtFragment('other.md', 'why-is-it-slow')).toBeUndefined();
  });

  it('lead to the one that is meant where headings repeat, and to the first by the heading alone', () => {
    expect(links.entryAtFragment('faq.md', 'again--second')).toBe('room/faq.md#again--second');
    expect(links.entryAtFragment('faq.md', 'again')).toBe('room/faq.md#again--first');
  });

  it('lead where GitHub has taken the punctuation out, and where other sites make hyphens of it', () => {
    expect(links.entryAtFragment('faq.md', 'whats-new-in-20')).toBe('room/faq.md#what-s-new-in-2-0');
    expect(links.entryAtFragment('faq.md', 'what-s-new-in-2-0')).toBe('room/faq.md#what-s-new-in-2-0');
    expect(links.entryAtFragment('faq.md', 'is-sessionexecute-asyncawait')).toBe(
      'room/faq.md#is-session-execute-async-await',
    );
    expect(links.entryAtFragment('faq.md', 'is-session-execute-async-await')).toBe(
      'room/faq.md#is-session-execute-async-await',
    );
  });

  it('lead to the one that is meant by its number, as GitHub counts headings that repeat', () => {
    expect(links.entryAtFragment('faq.md', 'again-1')).toBe('room/faq.md#again--second');
    expect(links.entryAtFragment('faq.md', 'again-2')).toBeUndefined();
  });

  it('tell headings apart that differ by a space, in a document of any name', () => {
    expect(links.entryAtFragment('C#.md', 'time-out')).toBe('room/C#.md#time-out');
    expect(links.entryAtFragment('C#.md', 'timeout')).toBe('room/C#.md#timeout');
    expect(links.entryAtFragment('C#.md', '')).toBeUndefined();
    expect(links.entryAtFragment('C#.md', '%E0%A4%A')).toBeUndefined();
  });

  it('lead to entries by the ids that are pinned, in their own document', () => {
    expect(links.entryAtFragment('faq.md', 'Closing')).toBe('room/Closing');
    expect(links.entryAtFragment('in/pool.en.md', 'pinned')).toBe('room/pinned');
    expect(links.entryAtFragment('faq.md', 'pinned')).toBeUndefined();
  });

  it('lead to entries with an id of their own, in every language and script', () => {
    const korean = '커넥션-풀의-크기는';
    expect(links.entryAtFragment('in/pool.md', korean)).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.md', encodeURIComponent(korean))).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.md', korean.normalize('NFD'))).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.en.md', 'how-large-is-a-pool')).toBe('room/pinned');
  });

  it('lead to the first entry of a document, in every language', () => {
    expect(links.firstEntryOf('faq.md')).toBe('room/faq.md#why-is-it-slow');
    expect(links.firstEntryOf('in/pool.en.md')).toBe('room/pinned');
    expect(links.firstEntryOf('nowhere.md')).toBeUndefined();
  });
});
