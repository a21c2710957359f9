import { disassemble } from 'es-hangul';
import { variantIn, type Entry, type Variant } from '../model';

export interface NearTitle {
  readonly entry: Entry;
  readonly variant: Variant;
}

/** Share of a query's letter pairs that a title must have to be called near. */
const LEAST = 0.25;

/**
 * The entries whose titles, topics and symbols look most like a query that found nothing: by pairs of letters, a
 * Hangul syllable taken apart, so that a typing error or another ending costs a pair or two only.
 */
export function nearestTitles(
  entries: readonly Entry[],
  query: string,
  limit: number,
  language: string,
): readonly NearTitle[] {
  const wanted = letterPairs(query);
  if (wanted.size === 0) return [];
  return entries
    .map((entry) => {
      const variant = variantIn(entry, language);
      const names = entry.symbols.map(({ name }) => name);
      const there = letterPairs([entry.title, variant.title, ...variant.topics, ...names].join(' '));
      const shared = [...wanted].filter((pair) => there.has(pair)).length;
      return { entry, variant, share: shared / wanted.size };
    })
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ entry, variant }) => ({ entry, variant }));
}

/** Every two neighbouring letters within a word. */
function letterPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    const letters = Array.from(disassemble(word));
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2).join(''));
  }
  return pairs;
}
