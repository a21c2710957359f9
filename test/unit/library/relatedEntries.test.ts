import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { relatedTo } from '../../../src/core/library/relatedEntries';
import { memorySource } from '../memory';

async function titlesRelatedTo(id: string, files: Readonly<Record<string, string>>) {
  const documents = Object.entries(files).map(([name, front]) => [
    `${name}.md`,
    `---\nid: ${name}\ntitle: ${name}\n${front}\n---\n> x\n`,
  ]);
  const { entries } = await readArchive(
    memorySource(Object.fromEntries(documents) as Record<string, string>),
  );
  const entry = entries.find((candidate) => candidate.id === `room/${id}`);
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return relatedTo(entry, entries).map(({ entry: other, why }) => [other.title, why] as const);
}

describe('related entries', () => {
  it('are those the archivist named, then those that name the entry', async () => {
    const files = { a: 'see: [b]', b: 'see: [a]', c: 'see: [a]', d: '' };
    expect(await titlesRelatedTo('a', files)).toEqual([
      ['b', { kind: 'named' }],
      ['c', { kind: 'naming' }],
    ]);
  });

  it('share symbols, the rare ones first, then topics', async () => {
    const files = {
      a: 'symbols: [p.shared, p.rare]\ntopics: [t]',
      b: 'symbols: [p.shared]',
      c: 'symbols: [p.rare]',
      d: 'topics: [t]',
      e: 'symbols: [p.shared]',
      ...Object.fromEntries('fghij'.split('').map((name) => [name, ''])),
    };
    expect(await titlesRelatedTo('a', files)).toEqual([
      ['c', { kind: 'symbols', names: ['p.rare'] }],
      ['b', { kind: 'symbols', names: ['p.shared'] }],
      ['e', { kind: 'symbols', names: ['p.shared'] }],
      ['d', { kind: 'topics', names: ['t'] }],
    ]);
  });

  it('are not found by a topic or a symbol that most entries have', async () => {
    const files = Object.fromEntries(
      'abcdefgh'.split('').map((name) => [name, 'topics: [all]\nsymbols: [p.all]']),
    );
    expect(await titlesRelatedTo('a', files)).toEqual([]);
    expect(
      await titlesRelatedTo('a', { ...files, a: 'topics: [all, few]', b: 'topics: [all, few]' }),
    ).toEqual([['b', { kind: 'topics', names: ['few'] }]]);
  });

  it('do not include the entry itself', async () => {
    expect(await titlesRelatedTo('a', { a: 'see: [a]\nsymbols: [p.x]', b: '' })).toEqual([]);
  });

  it('are all of tens of thousands of entries that name one entry', async () => {
    const { entries } = await readArchive(memorySource({ 'a.md': '---\nid: a\ntitle: a\n---\n> x\n' }));
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entry');
    const others = Array.from({ length: 60_000 }, () => ({
      ...entry,
      id: 'room/b' as never,
      see: [entry.id],
    }));
    expect(relatedTo(entry, [entry, ...others])).toHaveLength(others.length);
  });
});
