import type { Collection } from './forwardIndex';

/** A piece of a compound has at least so many syllables, and a compound is at least so long. */
const SHORTEST_PIECE = 2;
const SHORTEST_COMPOUND = 4;

/**
 * Cuts a Hangul word where words of the collection meet: as few and as long ones as possible, with as few syllables
 * left over between them.
 */
export function piecesOf(word: string, collection: Collection): readonly string[] {
  if (!/^[가-힣]{4,20}$/.test(word) || word.length < SHORTEST_COMPOUND) return [];
  // Of each end, the least cost to come there, and the cut that did.
  const cost = [0];
  const from = [0];
  for (let end = 1; end <= word.length; end += 1) {
    let best = (cost[end - 1] ?? 0) + 2;
    let start = end - 1;
    for (let at = Math.max(0, end - word.length + 1); at <= end - SHORTEST_PIECE; at += 1) {
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
    if (piece.length >= SHORTEST_PIECE) cuts.unshift(piece);
  }
  return cuts.join('').length < word.length / 2 ? [] : cuts;
}
