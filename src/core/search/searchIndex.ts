import type { MaybeYield } from '../archive/archiveSource';
import type { Field } from './fields';
import type { Tuning } from './tuning';

/** Structurally an `AbortSignal`, which the core's environment does not name. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** One text as an index takes it: analysed already. */
export interface IndexDocument {
  /** Unique among the documents of an index. */
  readonly key: string;
  readonly terms: Readonly<Record<Field, readonly string[]>>;
}

/** A term to look for, and how much it counts beside others. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A document an engine proposes. */
export interface Candidate {
  readonly key: string;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
}

/**
 * The port behind which documents are indexed: a map in memory today, a worker or a disk another day.
 * An engine only proposes; the order a user sees is decided by the ranking.
 */
export interface SearchIndex {
  /** The best `limit` candidates that have any of the terms; a cancelled search answers with none. */
  search(terms: readonly WeightedTerm[], limit: number, signal?: Cancellation): Promise<readonly Candidate[]>;
}

/** Builds an index over all documents at once, giving way to other work in between. */
export type IndexFactory = (
  documents: readonly IndexDocument[],
  tuning: Tuning,
  maybeYield?: MaybeYield,
) => Promise<SearchIndex>;
