import { describe, expect, it } from 'vitest';
import { FIELDS, type Field } from '../../../src/core/search/fields';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import type { IndexDocument, WeightedTerm } from '../../../src/core/search/searchIndex';
import { TUNING } from '../../../src/core/search/tuning';

const NONE = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as IndexDocument['terms'];
const document = (key: string, terms: Partial<Record<Field, readonly string[]>>): IndexDocument => ({
  key,
  terms: { ...NONE, ...terms },
});
const PLAIN = {
  ...TUNING,
  fields: { title: 3, symbols: 1, topics: 1, question: 1, answers: 1, code: 1 },
  saturation: 1,
  lengthNormalisation: 0,
};

async function search(
  documents: readonly IndexDocument[],
  terms: readonly WeightedTerm[],
  { limit = 10, tuning = PLAIN } = {},
): Promise<Readonly<Record<string, number>>> {
  const index = await createInvertedIndex(documents, tuning);
  // Searched twice, so that a search that leaves scores behind shows.
  await index.search(terms, limit);
  const candidates = await index.search(terms, limit);
  expect(new Set(candidates.map(({ key }) => key)).size).toBe(candidates.length);
  return Object.fromEntries(candidates.map(({ key, score }) => [key, score]));
}

/** The IDF of a term in one of two documents, and in both. */
const ONE_OF_TWO = Math.log(1 + 1.5 / 1.5);
const BOTH = Math.log(1 + 0.5 / 2.5);

describe('an inverted index', () => {
  const documents = [
    document('a', { answers: ['zebra', 'lion', 'zebra', 'zebra'] }),
    document('b', { title: ['zebra'], answers: ['bird'] }),
  ];

  it('scores documents by frequency, field and IDF', async () => {
    const scores = await search(documents, [{ term: 'zebra', weight: 1 }]);
    // Three occurrences of weight one, and one of weight three.
    expect(scores['a']).toBeCloseTo(1.5 * BOTH);
    expect(scores['b']).toBeCloseTo(1.5 * BOTH);
  });

  it('adds up weighted terms, best document first', async () => {
    const scores = await search(documents, [
      { term: 'zebra', weight: 1 },
      { term: 'bird', weight: 2 },
      { term: 'absent', weight: 9 },
    ]);
    expect(Object.keys(scores)).toEqual(['b', 'a']);
    expect(scores['b']).toBeCloseTo(2 * ONE_OF_TWO + 1.5 * BOTH);
    expect(scores['a']).toBeCloseTo(1.5 * BOTH);
  });

  it('returns only documents with a term, at most as many as asked for', async () => {
    expect(Object.keys(await search(documents, [{ term: 'lion', weight: 1 }]))).toEqual(['a']);
    expect(Object.keys(await search(documents, [{ term: 'zebra', weight: 1 }], { limit: 1 }))).toHaveLength(
      1,
    );
    expect(await search([], [{ term: 'zebra', weight: 1 }])).toEqual({});
  });

  it('normalises by the length of a document in tokens', async () => {
    const tuning = { ...PLAIN, lengthNormalisation: 1 };
    const lengths = [
      document('short', { answers: ['zebra'] }),
      document('long', { code: ['one', 'two'], answers: ['zebra', 'three', 'four'] }),
    ];
    const scores = await search(lengths, [{ term: 'zebra', weight: 1 }], { tuning });
    // Lengths 1 and 5, on average 3.
    expect(scores['short']).toBeCloseTo((2 / (1 + 1 / 3)) * BOTH);
    expect(scores['long']).toBeCloseTo((2 / (1 + 5 / 3)) * BOTH);
  });

  it('finds nothing when the search is cancelled', async () => {
    const index = await createInvertedIndex(documents, PLAIN);
    expect(await index.search([{ term: 'zebra', weight: 1 }], 10, { aborted: true })).toEqual([]);
    expect(await index.search([{ term: 'zebra', weight: 1 }], 10, { aborted: false })).toHaveLength(2);
  });

  it('yields after each document, and while it groups postings', async () => {
    let calls = 0;
    const maybeYield = (): Promise<void> => {
      calls += 1;
      return Promise.resolve();
    };
    const terms = Array.from({ length: 10_001 }, (_, at) => `term${String(at)}`);
    await createInvertedIndex([document('a', { answers: terms })], PLAIN, maybeYield);
    expect(calls).toBe(3);
  });
});
