import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { analyse, type QueryWord } from '../text/analyser';
import { FIELD_WEIGHTS, FIELDS, type Field, type IndexDocument } from './fields';
import type { Candidate, SearchIndex } from './index';

type Row = Readonly<Record<Field | 'key', string>>;

/** The engine's options, at build and at search time alike. */
const OPTIONS: Options<Row> = {
  idField: 'key',
  fields: [...FIELDS],
  tokenize: (text) => analyse(text).map(({ term }) => term),
  // The analyser has folded the terms already.
  processTerm: (term) => term,
};

const SEARCH: SearchOptions = {
  boost: FIELD_WEIGHTS,
  combineWith: 'OR',
  tokenize: (text) => text.split(' '),
  prefix: (term, at, terms) => at === terms.length - 1 || term.length >= 3,
  // One error in five letters, from five letters on; a Hangul syllable is several letters already.
  fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
  weights: { prefix: 0.5, fuzzy: 0.3 },
};

/** Documents indexed before other work gets a turn. */
const CHUNK = 10;

/** A `SearchIndex` in memory, on MiniSearch. */
export async function createMiniSearchIndex(documents: readonly IndexDocument[]): Promise<SearchIndex> {
  const engine = new MiniSearch<Row>(OPTIONS);
  await engine.addAllAsync(
    documents.map(({ key, fields }) => ({ key, ...fields })),
    { chunkSize: CHUNK },
  );
  return {
    search(query, limit, signal) {
      return Promise.resolve(signal?.aborted === true ? [] : propose(engine, query, limit));
    },
  };
}

function propose(engine: MiniSearch<Row>, query: readonly QueryWord[], limit: number): readonly Candidate[] {
  const terms = [...new Set(query.flatMap((word) => word.terms))];
  const wordsOf = new Map<string, number[]>();
  query.forEach((word, at) => {
    for (const term of word.terms) wordsOf.set(term, [...(wordsOf.get(term) ?? []), at]);
  });
  return engine
    .search(terms.join(' '), SEARCH)
    .slice(0, limit)
    .map((result) => ({
      key: String(result.id),
      score: result.score,
      matches: new Map(Object.entries(result.match) as [string, Field[]][]),
      words: new Set(result.queryTerms.flatMap((term) => wordsOf.get(term) ?? [])),
    }));
}
