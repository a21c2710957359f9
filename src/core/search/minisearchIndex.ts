import MiniSearch from 'minisearch';
import type { Breathe } from '../source';
import { FIELDS, type Field } from './fields';
import type { Candidate, IndexDocument, SearchIndex, WeightedTerm } from './index';
import { TUNING } from './tuning';

type Row = Readonly<Record<Field | 'key', string>>;

/** No term holds one. */
const SEPARATOR = '\n';

/** A `SearchIndex` in memory, on MiniSearch, which finds exactly the terms it is given: guessing is done before. */
export async function createMiniSearchIndex(
  documents: readonly IndexDocument[],
  breathe?: Breathe,
): Promise<SearchIndex> {
  const engine = new MiniSearch<Row>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term,
  });
  for (const { key, terms } of documents) {
    const texts = Object.fromEntries(FIELDS.map((field) => [field, terms[field].join(SEPARATOR)]));
    engine.add({ ...(texts as Record<Field, string>), key });
    await breathe?.();
  }
  return {
    search(terms, limit, signal) {
      return Promise.resolve(signal?.aborted === true ? [] : propose(engine, terms, limit));
    },
  };
}

function propose(
  engine: MiniSearch<Row>,
  terms: readonly WeightedTerm[],
  limit: number,
): readonly Candidate[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const results = engine.search([...weights.keys()].join(SEPARATOR), {
    boost: TUNING.fields,
    combineWith: 'OR',
    boostTerm: (term) => weights.get(term) ?? 1,
  });
  return results.slice(0, limit).map(({ id, score }) => ({ key: String(id), score }));
}
