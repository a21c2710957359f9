/** What an engine returned for a query. */
interface Answer {
  /** Best first. */
  readonly ids: readonly string[];
  /** In milliseconds. */
  readonly time: number;
}

export interface Judged extends Answer {
  /** The relevant ids, of which one suffices. */
  readonly expected: ReadonlySet<string>;
}

export interface Scores {
  /** Mean reciprocal rank: of the first relevant answer among the first ten, zero where there is none. */
  readonly mrr10: number;
  /** Share of queries with a relevant answer at rank one. */
  readonly recall1: number;
  /** Share of queries with a relevant answer among the first five. */
  readonly recall5: number;
  /** Median and 95th percentile of a query's time, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** The scores of an engine over all queries of a corpus. */
export function scoresOf(answers: readonly Judged[]): Scores {
  const ranks = answers.map(({ ids, expected }) => ids.findIndex((id) => expected.has(id)) + 1);
  const share = (within: number): number =>
    ranks.filter((rank) => rank > 0 && rank <= within).length / answers.length;
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  const percentile = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    mrr10: ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / answers.length,
    recall1: share(1),
    recall5: share(5),
    p50: percentile(0.5),
    p95: percentile(0.95),
  };
}

/** The memory in use in megabytes, typed arrays included, after a garbage collection where Node exposes it. */
export function heap(): number {
  (globalThis as { readonly gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}
