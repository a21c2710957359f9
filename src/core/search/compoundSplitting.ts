import type { ForwardIndex } from './forwardIndex';

/** Syllables of a part; shorter ones are too often parts by chance. */
const MIN_PART_LENGTH = 2;
/** Compounds that are split, in syllables: at least two parts long. */
const COMPOUND = /^[가-힣]{4,20}$/;
/** What a syllable that belongs to no part costs, where a part costs one. */
const LEFTOVER_COST = 2;
/** Share of a compound's syllables that its parts must cover. */
const MIN_COVERED = 0.5;

/**
 * Splits a Hangul compound into words of the index: into as few parts as possible, with as few syllables left over
 * between them. Empty where the word is too short or too long, or where known parts cover less than half of it.
 */
export function splitCompound(word: string, index: ForwardIndex): readonly string[] {
  if (!COMPOUND.test(word)) return [];
  // Dynamic programming over ends: the least cost to reach each end, and where its last step starts.
  const costs = [0];
  const stepStarts = [0];
  for (let end = 1; end <= word.length; end += 1) {
    let leastCost = (costs[end - 1] ?? 0) + LEFTOVER_COST;
    let stepStart = end - 1;
    // A word is not a part of itself.
    for (let start = end === word.length ? 1 : 0; start <= end - MIN_PART_LENGTH; start += 1) {
      if (index.idOf(word.slice(start, end)) === undefined) continue;
      const cost = (costs[start] ?? 0) + 1;
      if (cost < leastCost) [leastCost, stepStart] = [cost, start];
    }
    costs.push(leastCost);
    stepStarts.push(stepStart);
  }
  const parts: string[] = [];
  for (let end = word.length; end > 0; end = stepStarts[end] ?? 0) {
    const step = word.slice(stepStarts[end], end);
    if (step.length >= MIN_PART_LENGTH) parts.unshift(step);
  }
  return parts.join('').length < word.length * MIN_COVERED ? [] : parts;
}
