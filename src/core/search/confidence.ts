/** Whether a hit is about what was asked, or only shares some of its words. */
export type Confidence = 'strong' | 'weak';

/** Share of what the query is about that a text has to match for its hit to be strong. */
const MIN_STRONG_COVERAGE = 0.52;

/** What the confidence of a hit depends on. */
interface MatchEvidence {
  /** Whether the query is the entry's title, word by word. */
  readonly isTitleMatch: boolean;
  /** Share of what the query is about that was matched, from 0 to 1. */
  readonly coverage: number;
}

/**
 * The confidence of each hit of a ranking, best first. A title or enough coverage makes a hit strong; a hit ranked above
 * a strong one is strong as well, so that confidence never rises along the ranking.
 */
export function confidencesOf(ranking: readonly MatchEvidence[]): readonly Confidence[] {
  const lastStrong = ranking.findLastIndex(
    ({ isTitleMatch, coverage }) => isTitleMatch || coverage >= MIN_STRONG_COVERAGE,
  );
  return ranking.map((_, rank) => (rank <= lastStrong ? 'strong' : 'weak'));
}
