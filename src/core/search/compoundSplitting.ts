import type { ForwardIndex } from './forwardIndex';

/** A piece of a compound has at least so many syllables, and a compound is at least so long. */
const MIN_PART_LENGTH = 2;
const MIN_COMPOUND_LENGTH = 4;

/**
 * Cuts a Hangul word where words of the collection meet: as few and as long ones as possible, with as few syllables
 * left over between them.
 */
export function splitCompound(word: string, collection: ForwardIndex): readonly string[] {
  if (!/^[가-힣]{4,20}$/.test(word) || word.length < MIN_COMPOUND_LENGTH) return [];
  // Of each end, the least cost to come there, and the cut that did.
  const cost = [0];
  const from = [0];
  for (let end = 1; end <= word.length; end += 1) {
    let best = (cost[end - 1] ?? 0) + 2;
    let start = end - 1;
    for (let at = Math.max(0, end - word.length + 1); at <= end - MIN_PART_LENGTH; at += 1) {
      const id = collection.idOf(word.slice(at, end));
      if (id === undefined) continue;
      const reached = (cost[at] ?? 0) + 1;
      if (reached < best) [best, start] = [reached, at];
    }
    cost.push(best);
    from.push(start);
  }
  const cuts: string[] = [];
  for (let end = word.length; end > 0; end = from[end] ?? 0) {
    const piece = word.slice(from[end], end);
    if (piece.length >= MIN_PART_LENGTH) cuts.unshift(piece);
  }
  return cuts.join('').length < word.length / 2 ? [] : cuts;
}
