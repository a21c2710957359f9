/** What one engine answered to one query: ids, best first, and how long it took. */
interface Answer {
  readonly found: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

export interface Judged extends Answer {
  /** Ids of which any is right. */
  readonly expected: ReadonlySet<string>;
}

export interface Scores {
  /** Mean of one over the place of the first right answer among the first ten; zero where there is none. */
  readonly mrr10: number;
  /** Share of queries with a right answer in first place. */
  readonly recall1: number;
  /** Share of queries with a right answer among the first five. */
  readonly recall5: number;
  /** Milliseconds for a query, at the median and the 95th percentile. */
  readonly p50: number;
  readonly p95: number;
}

/** The scores of an engine over all queries of a corpus. */
export function scoresOf(answers: readonly Judged[]): Scores {
  const places = answers.map(({ found, expected }) => found.findIndex((id) => expected.has(id)) + 1);
  const share = (within: number): number =>
    places.filter((place) => place > 0 && place <= within).length / answers.length;
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  const percentile = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    mrr10:
      places.reduce((sum, place) => sum + (place > 0 && place <= 10 ? 1 / place : 0), 0) / answers.length,
    recall1: share(1),
    recall5: share(5),
    p50: percentile(0.5),
    p95: percentile(0.95),
  };
}
