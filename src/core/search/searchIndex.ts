import type { Cancellation } from '../base/cancellation';
import type { MaybeYield } from '../archive/archiveSource';
import type { Field } from './fields';
import type { Tuning } from './tuning';

/** One analysed text, as an index takes it. */
export interface IndexDocument {
  /** Unique among the documents of an index. */
  readonly key: string;
  readonly terms: Readonly<Record<Field, readonly string[]>>;
}

/** A term to search for, with its weight relative to the others. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A document that an index proposes. */
export interface Candidate {
  readonly key: string;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
}

/** The port for candidate retrieval, in memory or elsewhere. An index only proposes; the ranking decides the order. */
export interface SearchIndex {
  /** The best `limit` documents that contain any of the terms, best first; none when the search is cancelled. */
  search(terms: readonly WeightedTerm[], limit: number, signal?: Cancellation): Promise<readonly Candidate[]>;
}

/** Builds an index of all documents, yielding to other work in between. */
export type IndexFactory = (
  documents: readonly IndexDocument[],
  tuning: Tuning,
  maybeYield?: MaybeYield,
) => Promise<SearchIndex>;
