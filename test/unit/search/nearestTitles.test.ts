import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import { nearestTitles } from '../../../src/core/search/nearestTitles';

function entryOf(title: string, more: Partial<Entry> = {}): Entry {
  return { title, language: 'ko', topics: [], symbols: [], translations: [], ...more } as unknown as Entry;
}
const nearest = async (query: string, entries: readonly Entry[], limit = 10): Promise<readonly string[]> =>
  (await nearestTitles(entries, query, limit, 'en')).map(({ variant }) => variant.title);

describe('nearestTitles', () => {
  it('returns titles that share enough letter pairs, the most similar first', async () => {
    const entries = [entryOf('abcxx'), entryOf('abcdef'), entryOf('xyz')];
    // The query has the pairs ab, bc, cd, de, ef: two of five are enough.
    expect(await nearest('abcdef', entries)).toEqual(['abcdef', 'abcxx']);
    expect(await nearest('abcdef', [entryOf('abxx')])).toEqual([]);
    expect(await nearest('abcdef', entries, 1)).toEqual(['abcdef']);
  });

  it('compares letters within words, in any case and in decomposed syllables', async () => {
    expect(await nearest('ABCD', [entryOf('abcd')])).toEqual(['abcd']);
    expect(await nearest('ab cd', [entryOf('bc')])).toEqual([]);
    expect(await nearest('세숀'.normalize('NFD'), [entryOf('세션')])).toEqual(['세션']);
    expect(await nearest('a ? b', [entryOf('a b')])).toEqual([]);
  });

  it('compares topics, symbols and both titles of a translation', async () => {
    const translation = { language: 'en', title: 'Pool size', topics: ['Engine'] };
    const symbols = [{ name: 'sqlalchemy.QueuePool', from: 'code' }];
    const entry = entryOf('커넥션 풀', { translations: [translation], symbols } as unknown as Partial<Entry>);
    for (const query of ['커넥션', 'pool size', 'engine', 'sqlalchemy']) {
      expect(await nearest(query, [entry])).toEqual(['Pool size']);
    }
    expect(await nearest('커넥션', [entry])).toEqual(['Pool size']);
  });

  it('compares the beginning of a long query only', async () => {
    const entry = [entryOf('zebra')];
    expect(await nearest(`${' '.repeat(495)}zebra`, entry)).toEqual(['zebra']);
    expect(await nearest(`${' '.repeat(500)}zebra`, entry)).toEqual([]);
  });

  it('yields after each entry', async () => {
    let calls = 0;
    await nearestTitles([entryOf('a'), entryOf('b')], 'zebra', 5, 'en', () => {
      calls += 1;
      return Promise.resolve();
    });
    expect(calls).toBe(2);
  });

  it('finds the title that a garbled query was written for', async () => {
    const path = join(import.meta.dirname, '..', '..', 'relevance', 'titles.jsonl');
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const garbled = lines.map(
      (line) => JSON.parse(line) as { readonly query: string; readonly title: string },
    );
    const entries = [...new Set(garbled.map(({ title }) => title))].map((title) => entryOf(title));
    expect(garbled).toHaveLength(60);
    for (const { query, title } of garbled) expect((await nearest(query, entries))[0]).toBe(title);
  });
});
