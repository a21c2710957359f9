import type { Breathe } from '../source';
import type { QueryWord } from '../text/analyser';
import type { Field, IndexDocument } from './fields';

/** Structurally an `AbortSignal`, which the core's environment does not name. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** A document an engine proposes. */
export interface Candidate {
  readonly key: string;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
  /** The document's own terms that matched, each with the fields it stands in. */
  readonly matches: ReadonlyMap<string, readonly Field[]>;
  /** For each of the query's words that matched, by its index, how well: 1 as typed, less for a stem or a part. */
  readonly words: ReadonlyMap<number, number>;
}

/**
 * The port behind which documents are indexed: a map in memory today, a worker or a disk another day.
 * An engine only proposes; the order a user sees is decided by `rank`.
 */
export interface SearchIndex {
  /** The best `limit` candidates for a query; a cancelled search answers with none. */
  search(query: readonly QueryWord[], limit: number, signal?: Cancellation): Promise<readonly Candidate[]>;
}

/** Builds an index over all documents at once, giving way to other work in between. */
export type IndexFactory = (documents: readonly IndexDocument[], breathe?: Breathe) => Promise<SearchIndex>;
