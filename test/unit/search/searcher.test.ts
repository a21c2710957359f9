import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import { parseQuery } from '../../../src/core/search/query';
import { Searcher, type SearchRequest } from '../../../src/core/search/searcher';
import type { WeightedTerm } from '../../../src/core/search/searchIndex';
import { TUNING } from '../../../src/core/search/tuning';

function entryOf(name: string, title: string, changes: Partial<Entry> = {}): Entry {
  return {
    id: `room/${name}`,
    archive: 'room',
    title,
    language: 'en',
    status: 'answered',
    aliases: [],
    symbols: [],
    errorCodes: [],
    topics: [],
    posts: [],
    translations: [],
    source: { document: 'a.md' },
    ...changes,
  } as unknown as Entry;
}

interface Call {
  readonly terms: Readonly<Record<string, number>>;
  readonly limit: number;
}

/** Searches entries with an index that proposes the first `proposed` of them, and records what it was asked for. */
async function search(
  entries: readonly Entry[],
  query: string,
  { proposed = entries.length, ...request }: Partial<SearchRequest> & { readonly proposed?: number } = {},
) {
  const calls: Call[] = [];
  const searcher = await Searcher.build(
    entries,
    () =>
      Promise.resolve({
        search(terms: readonly WeightedTerm[], limit: number) {
          calls.push({ terms: Object.fromEntries(terms.map(({ term, weight }) => [term, weight])), limit });
          const keys = entries.slice(0, proposed).map(({ id }) => `${id}\n0`);
          return Promise.resolve(['unknown', ...keys].map((key) => ({ key, score: 1 })));
        },
      }),
    TUNING,
  );
  const { ranked, plan } = await searcher.search(parseQuery(query), {
    limit: 20,
    signal: undefined,
    language: undefined,
    matchesFilters: () => true,
    ...request,
  });
  return { calls, plan, ranked, names: ranked.map(({ scored }) => scored.document.entry.id.slice(5)) };
}

const zebras = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, at) => entryOf(`e${String(at)}`, `zebra number${String(at)}`));

describe('the candidates of a query', () => {
  it.each([
    ['zebra', {}, 40],
    ['zebra', { limit: 40 }, 40],
    ['zebra', { limit: 41 }, Infinity],
    ['zebra topic:x', {}, Infinity],
    ['"zebra"', {}, Infinity],
    ['zebra -lion', {}, Infinity],
  ] as const)('of %s with %j are at most %d', async (query, request, limit) => {
    const { calls } = await search(zebras(30), query, request);
    expect(calls[0]?.limit).toBe(limit);
  });

  it('are searched for once more, with all words expanded, where there are fewer than 20', async () => {
    // The index proposes one unknown key as well.
    const few = await search(zebras(30), '얼룩말 zebra', { proposed: 18 });
    expect(few.calls).toHaveLength(2);
    expect((await search(zebras(30), '얼룩말 zebra', { proposed: 19 })).calls).toHaveLength(1);
    expect((await search(zebras(30), 'status:x', { proposed: 0 })).calls).toHaveLength(1);
  });

  it('are weighted by quality and importance, with bigrams of known words in the second search', async () => {
    const entries = [entryOf('a', '얼룩말 how'), entryOf('b', '얼룩덜룩')];
    const { calls } = await search(entries, '얼룩말 how');
    expect(calls[0]?.terms).toEqual({ 얼룩말: 1, how: TUNING.stopWord });
    expect(calls[1]?.terms).toMatchObject({ 얼룩말: 1, '~얼룩': TUNING.bigram, '~룩말': TUNING.bigram });
  });

  it('include bigrams and parts of unknown words in the first search', async () => {
    const { calls } = await search([entryOf('a', '얼룩말 무늬')], '얼룩말무늬');
    expect(calls[0]?.terms).toMatchObject({
      얼룩말: TUNING.query.piece,
      무늬: TUNING.query.piece,
      '~얼룩': TUNING.bigram,
    });
  });
});

describe('a search', () => {
  it('ignores candidates that are not among its entries', async () => {
    expect((await search([entryOf('a', 'zebra')], 'zebra')).names).toEqual(['a']);
  });

  it('finds entries by title or another name, even where the index does not propose them', async () => {
    const entries = [entryOf('a', 'zebra lion'), entryOf('b', 'bird', { aliases: ['the zebra!'] })];
    expect((await search(entries, 'the zebra', { proposed: 1 })).names).toEqual(['b', 'a']);
    expect((await search(entries, 'Bird', { proposed: 0 })).names).toEqual(['b']);
  });

  it('applies filters to title matches, unless the query is the title as written', async () => {
    const entries = [entryOf('a', 'zebra -m')];
    const request = { matchesFilters: () => false, proposed: 0 };
    expect((await search(entries, 'zebra m', request)).names).toEqual([]);
    expect((await search(entries, 'Zebra -m', request)).names).toEqual(['a']);
  });

  it('without words finds all entries that match its filters, unless it is empty', async () => {
    const entries = [entryOf('b', 'zebra b'), entryOf('a', 'zebra a')];
    const onlyA = (entry: Entry): boolean => entry.id === 'room/a';
    expect((await search(entries, 'topic:x', { proposed: 0 })).names).toEqual(['a', 'b']);
    expect((await search(entries, 'topic:x', { matchesFilters: onlyA })).names).toEqual(['a']);
    expect((await search(entries, '-zebra')).names).toEqual([]);
    expect((await search(entries, ' ?! ')).names).toEqual([]);
    const strong = await search(entries, 'topic:x');
    expect(strong.ranked.every(({ confidence }) => confidence === 'strong')).toBe(true);
    expect(strong.ranked.every(({ scored }) => scored.matches.length === 0)).toBe(true);
  });

  it('finds a title of punctuation as written', async () => {
    expect((await search([entryOf('a', '?!')], '?!', { proposed: 0 })).names).toEqual(['a']);
  });

  it('requires all phrases, except those with unknown words', async () => {
    const entries = [entryOf('a', 'zebra lion'), entryOf('b', 'lion zebra')];
    expect((await search(entries, '"zebra lion"')).names).toEqual(['a']);
    expect((await search(entries, '"zebra lion" "lion zebra"')).names).toEqual([]);
    expect((await search(entries, '"zebra lion horse"')).names).toHaveLength(2);
    expect((await search(entries, '"zebras"')).names).toHaveLength(2);
    expect((await search(entries, 'zebra "?!"')).names).toHaveLength(2);
  });

  it('excludes entries with a word or phrase in any of their variants', async () => {
    const translation = { ...entryOf('x', '사자'), language: 'ko' };
    const entries = [entryOf('a', 'zebra lion', { translations: [translation] }), entryOf('b', 'zebra bird')];
    expect((await search(entries, 'zebra -사자')).names).toEqual(['b']);
    expect((await search(entries, 'zebra -"zebra lion"')).names).toEqual(['b']);
    expect((await search(entries, 'zebra -"lion zebra"')).names).toHaveLength(2);
    expect((await search(entries, 'zebra -horse')).names).toHaveLength(2);
    expect((await search(entries, 'zebra -bird -lion')).names).toEqual([]);
    expect((await search(entries, 'zebra -"lion ?"')).names).toEqual(['b']);
  });

  it.each([
    [20, 20],
    [5, 16],
    [Infinity, 30],
  ])('with the limit %d scores %d entries by proximity', async (limit, reranked) => {
    const { ranked } = await search(zebras(30), 'zebra', { limit });
    expect(ranked).toHaveLength(30);
    expect(ranked.filter(({ scored }) => scored.matches.length > 0)).toHaveLength(reranked);
  });

  it('scores the best candidates by proximity, in whatever order they are proposed', async () => {
    const { ranked } = await search([...zebras(29), entryOf('best', 'zebra lion')], 'zebra lion big', {
      limit: 1,
    });
    const best = ranked.find(({ scored }) => scored.document.entry.id === 'room/best');
    expect(best?.scored.matches).not.toEqual([]);
  });

  it('with words and filters goes through the proposed candidates only', async () => {
    expect((await search(zebras(3), 'zebra topic:x', { proposed: 1 })).names).toEqual(['e0']);
  });

  it('finds nothing once it is cancelled', async () => {
    const entries = zebras(3);
    expect((await search(entries, 'zebra', { signal: { aborted: true } })).names).toEqual([]);
    let checks = 0;
    const later = {
      get aborted() {
        checks += 1;
        return checks > 2;
      },
    };
    expect((await search(entries, 'zebra', { signal: later })).names).toEqual([]);
    expect((await search(entries, 'zebra', { signal: { aborted: false } })).names).toHaveLength(3);
  });
});
