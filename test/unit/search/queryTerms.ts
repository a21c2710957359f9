import type { QueryTerm } from '../../../src/core/search/queryTerm';
import type { TermMatch } from '../../../src/core/search/termMatch';

/** A word of a query that some text contains and that names a subject, apart from the changes. */
export function queryTerm(changes: Partial<QueryTerm> = {}): QueryTerm {
  return {
    text: '',
    isKnown: true,
    isVersion: false,
    isSubject: true,
    importance: 1,
    alternatives: [],
    compoundParts: [],
    bigrams: [],
    idf: 1,
    weight: 1,
    ...changes,
  };
}

/** A match of one word at each position, certain apart from the changes. */
export function matchAt(positions: readonly number[], changes: Partial<TermMatch> = {}): TermMatch {
  return {
    kind: 'word',
    quality: 1,
    positions: positions.map((position) => ({ position, length: 1 })),
    ...changes,
  };
}
