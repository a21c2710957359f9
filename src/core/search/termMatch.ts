import type { MatchKind } from './tuning';

/** How a text matches one term of a query. */
export interface TermMatch {
  /** The kind of the alternative that scores most. */
  readonly kind: MatchKind;
  /** How certain the match is, from 0 to 1. */
  readonly quality: number;
  /** In order. */
  readonly positions: readonly MatchPosition[];
}

export interface MatchPosition {
  readonly position: number;
  /** The number of words matched from there on. */
  readonly length: number;
}
