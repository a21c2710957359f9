import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../src/core/archive/documentLinks';
import type { Entry } from '../../../src/core/model';

/** The properties of an entry that links depend on. */
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
  it('resolve the anchor of a heading', () => {
    expect(links.entryAtFragment('faq.md', 'why-is-it-slow')).toBe('room/faq.md#why-is-it-slow');
    expect(links.entryAtFragment('faq.md', 'is-c--rust-any-good')).toBe('room/faq.md#is-c++-any-good');
    expect(links.entryAtFragment('faq.md', 'nothing')).toBeUndefined();
    expect(links.entryAtFragment('other.md', 'why-is-it-slow')).toBeUndefined();
  });

  it('resolve repeated headings by their slugs, and to the first by the heading alone', () => {
    expect(links.entryAtFragment('faq.md', 'again--second')).toBe('room/faq.md#again--second');
    expect(links.entryAtFragment('faq.md', 'again')).toBe('room/faq.md#again--first');
  });

  it('resolve anchors without punctuation, as on GitHub, and with hyphens instead, as on other sites', () => {
    expect(links.entryAtFragment('faq.md', 'whats-new-in-20')).toBe('room/faq.md#what-s-new-in-2-0');
    expect(links.entryAtFragment('faq.md', 'what-s-new-in-2-0')).toBe('room/faq.md#what-s-new-in-2-0');
    expect(links.entryAtFragment('faq.md', 'is-sessionexecute-asyncawait')).toBe(
      'room/faq.md#is-session-execute-async-await',
    );
    expect(links.entryAtFragment('faq.md', 'is-session-execute-async-await')).toBe(
      'room/faq.md#is-session-execute-async-await',
    );
  });

  it('resolve repeated headings by their number, as on GitHub', () => {
    expect(links.entryAtFragment('faq.md', 'again-1')).toBe('room/faq.md#again--second');
    expect(links.entryAtFragment('faq.md', 'again-2')).toBeUndefined();
  });

  it('skip a number that another heading has taken, as on GitHub', () => {
    const taken = documentLinks([
      entry('a.md#x--1', 'a.md', 'Part'),
      entry('a.md#x--2', 'a.md', 'Part 1'),
      entry('a.md#x--3', 'a.md', 'Part'),
    ]);
    expect(taken.entryAtFragment('a.md', 'part-1')).toBe('room/a.md#x--2');
    expect(taken.entryAtFragment('a.md', 'part-2')).toBe('room/a.md#x--3');
  });

  it('distinguish headings that differ by a space, in a document of any name', () => {
    expect(links.entryAtFragment('C#.md', 'time-out')).toBe('room/C#.md#time-out');
    expect(links.entryAtFragment('C#.md', 'timeout')).toBe('room/C#.md#timeout');
    expect(links.entryAtFragment('C#.md', '')).toBeUndefined();
    expect(links.entryAtFragment('C#.md', '%E0%A4%A')).toBeUndefined();
  });

  it('resolve pinned ids in their own document', () => {
    expect(links.entryAtFragment('faq.md', 'Closing')).toBe('room/Closing');
    expect(links.entryAtFragment('in/pool.en.md', 'pinned')).toBe('room/pinned');
    expect(links.entryAtFragment('faq.md', 'pinned')).toBeUndefined();
  });

  it('resolve the headings of pinned entries, in every language and script', () => {
    const korean = '커넥션-풀의-크기는';
    expect(links.entryAtFragment('in/pool.md', korean)).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.md', encodeURIComponent(korean))).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.md', korean.normalize('NFD'))).toBe('room/pinned');
    expect(links.entryAtFragment('in/pool.en.md', 'how-large-is-a-pool')).toBe('room/pinned');
  });

  it('find the first entry of a document, in every language', () => {
    expect(links.firstEntryOf('faq.md')).toBe('room/faq.md#why-is-it-slow');
    expect(links.firstEntryOf('in/pool.en.md')).toBe('room/pinned');
    expect(links.firstEntryOf('nowhere.md')).toBeUndefined();
  });

  it('find a document by its name wherever it is', () => {
    const named = documentLinks([
      entry('1', 'notes/deep/House Rules.md', 'a'),
      entry('2', 'notes/House Rules.md', 'b'),
      entry('3', 'dendron.topic.tags.md', 'c'),
      entry('4', 'guide/setup/index.md', 'd'),
      entry('5', 'a/b/faq.md', 'e'),
    ]);
    const from = 'notes/deep/x.md';
    expect(named.documentNamed('house rules', from)).toBe('notes/deep/House Rules.md');
    expect(named.documentNamed('House Rules', 'x.md')).toBe('notes/House Rules.md');
    expect(named.documentNamed('deep/House Rules.md', 'x.md')).toBe('notes/deep/House Rules.md');
    expect(named.documentNamed('dendron.topic.tags', from)).toBe('dendron.topic.tags.md');
    expect(named.documentNamed('a.b.faq', from)).toBe('a/b/faq.md');
    expect(named.documentNamed('/guide/setup/', from)).toBe('guide/setup/index.md');
    expect(named.documentNamed('setup', from)).toBe('guide/setup/index.md');
    expect(named.documentNamed('Rules', from)).toBeUndefined();
    expect(named.documentNamed('other/faq', from)).toBeUndefined();
  });
});
