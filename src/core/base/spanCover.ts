import type { Span } from '../model';
import { lowerBound } from './lowerBound';

/**
 * Tells whether a span is within one of some spans, which may overlap, in time logarithmic in their number.
 *
 * @param spans In any order.
 */
export function spanCover(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  // The furthest end of the spans up to each: of those that begin early enough, one that reaches it is enough.
  let furthest = 0;
  const ends = ordered.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    const count = lowerBound(ordered.length, (at) => ordered[at]!.start <= start);
    return count > 0 && ends[count - 1]! >= end;
  };
}

/**
 * Finds the first of some spans that an offset is in, in time logarithmic in their number.
 *
 * @param spans In the order of their starts; they may overlap.
 */
export function firstSpanAt(spans: readonly Span[]): (offset: number) => number | undefined {
  let furthest = 0;
  const ends = spans.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (offset) => {
    // The first span that makes the furthest end reach beyond the offset itself ends there.
    const first = lowerBound(ends.length, (at) => ends[at]! <= offset);
    return (spans[first]?.start ?? Infinity) <= offset ? first : undefined;
  };
}
