import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { Breathe } from '../source';
import { analyse, type QueryWord, type Token } from '../text/analyser';
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
  weights: { prefix: 0.5, fuzzy: 0.3 },
};

/** What a form of a query's word weighs beside the word as it was typed. */
const KIND_WEIGHTS: Readonly<Record<Token['kind'], number>> = { word: 1, stem: 0.9, part: 0.3 };
/** One error in five letters, from five letters on; a Hangul syllable is several letters already. */
const FUZZY = { pattern: /^[a-z]{5,32}$/, share: 0.2 };
/** Letters from which the beginning of a word finds it; the last word may be half-typed from its first letter on. */
const PREFIX_FROM = 3;

/** A `SearchIndex` in memory, on MiniSearch. */
export async function createMiniSearchIndex(
  documents: readonly IndexDocument[],
  breathe?: Breathe,
): Promise<SearchIndex> {
  const engine = new MiniSearch<Row>(OPTIONS);
  for (const { key, fields } of documents) {
    engine.add({ key, ...fields });
    await breathe?.();
  }
  return {
    search(query, limit, signal) {
      return Promise.resolve(signal?.aborted === true ? [] : propose(engine, query, limit));
    },
  };
}

function propose(engine: MiniSearch<Row>, query: readonly QueryWord[], limit: number): readonly Candidate[] {
  const weights = new Map<string, number>();
  const wordsOf = new Map<string, Map<number, number>>();
  query.forEach(({ forms }, at) => {
    for (const { term, kind } of forms) {
      const weight = KIND_WEIGHTS[kind];
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
      wordsOf.set(term, (wordsOf.get(term) ?? new Map<number, number>()).set(at, weight));
    }
  });
  // A piece of an identifier stands for itself only; guesses start from what was typed.
  const isPart = (term: string): boolean => (weights.get(term) ?? 0) <= KIND_WEIGHTS.part;
  const last = query.at(-1)?.forms[0]?.term;
  const results = engine.search([...weights.keys()].join(' '), {
    ...SEARCH,
    boostTerm: (term) => weights.get(term) ?? 1,
    prefix: (term) => !isPart(term) && (term === last || term.length >= PREFIX_FROM),
    fuzzy: (term) => (!isPart(term) && FUZZY.pattern.test(term) ? FUZZY.share : false),
  });
  return results.slice(0, limit).map((result) => ({
    key: String(result.id),
    score: result.score,
    matches: new Map(Object.entries(result.match) as [string, Field[]][]),
    words: bestPerWord(result.queryTerms.flatMap((term) => [...(wordsOf.get(term) ?? [])])),
  }));
}

function bestPerWord(matched: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const [word, weight] of matched) best.set(word, Math.max(best.get(word) ?? 0, weight));
  return best;
}
