import type { QueryTerm } from './queryTerm';
import type { MatchPosition, TermMatch } from './termMatch';
import type { Tuning } from './tuning';

/** Words of a text that are further apart than this are unrelated. */
export const MAX_DISTANCE = 8;

type Matches = readonly (TermMatch | undefined)[];

/** What neighbours in the query score by being near each other in a text, each pair by its closest positions. */
export function proximityScore(
  plan: readonly QueryTerm[],
  matches: Matches,
  { adjacent, nearby }: Pick<Tuning, 'adjacent' | 'nearby'>,
  fieldWeightAt: (position: number) => number,
): number {
  let score = 0;
  for (let at = 1; at < plan.length; at += 1) {
    const [termA, termB] = [plan[at - 1], plan[at]];
    const [matchA, matchB] = [matches[at - 1], matches[at]];
    if (!termA || !termB || !matchA || !matchB) continue;
    const { distance, position } = closestPositions(matchA.positions, matchB.positions);
    if (distance > MAX_DISTANCE) continue;
    const idf = (termA.idf * termA.importance + termB.idf * termB.importance) / 2;
    const quality = Math.min(matchA.quality, matchB.quality);
    const closeness = distance === 1 ? adjacent : nearby / distance;
    score += idf * quality * Math.sqrt(fieldWeightAt(position)) * closeness;
  }
  return score;
}

/** The least distance from a position of `a` to one of `b`, in words, and where it starts; backwards counts as one more. */
export function closestPositions(
  a: readonly MatchPosition[],
  b: readonly MatchPosition[],
): { readonly distance: number; readonly position: number } {
  let closest = { distance: Infinity, position: 0 };
  let next = 0;
  for (const { position: from } of a) {
    while (next < b.length && (b[next]?.position ?? 0) < from) next += 1;
    // The last one before, one at the same position, and the first one after it.
    for (const to of b.slice(Math.max(0, next - 1), next + 2)) {
      if (to.position === from) continue;
      const distance = to.position > from ? to.position - from : from - to.position + 1;
      if (distance < closest.distance) closest = { distance, position: from };
    }
  }
  return closest;
}

/**
 * The highest sum of weights over any window of a text, each term of the query counted once.
 *
 * @param weights By term of the query.
 */
export function bestWindowScore(weights: readonly number[], matches: Matches, windowWords: number): number {
  const occurrences = matches
    .flatMap((match, term) => (match?.positions ?? []).map(({ position }) => ({ position, term })))
    .sort((a, b) => a.position - b.position);
  const countsInside = weights.map(() => 0);
  let score = 0;
  let best = 0;
  let first = 0;
  for (const { position, term } of occurrences) {
    if (countsInside[term] === 0) score += weights[term] ?? 0;
    countsInside[term] = (countsInside[term] ?? 0) + 1;
    while (position - (occurrences[first]?.position ?? 0) > windowWords) {
      const left = occurrences[first]?.term ?? 0;
      countsInside[left] = (countsInside[left] ?? 0) - 1;
      if (countsInside[left] === 0) score -= weights[left] ?? 0;
      first += 1;
    }
    best = Math.max(best, score);
  }
  return best;
}
