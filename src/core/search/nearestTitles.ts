import { disassemble } from 'es-hangul';
import { variantIn, type Entry, type Variant } from '../model';
import type { MaybeYield } from '../archive/archiveSource';

export interface NearestTitle {
  readonly entry: Entry;
  readonly variant: Variant;
}

/** Share of a query's letter pairs that an entry's names must contain. */
const MIN_SIMILARITY = 0.4;
/** UTF-16 units of a query that are compared. */
const MAX_QUERY_LENGTH = 500;

/**
 * The entries whose titles, topics and symbols resemble a query most, for one that found nothing. Pairs of letters are
 * compared, with Hangul syllables decomposed, so that a typing error or another ending costs only a pair or two.
 */
export async function nearestTitles(
  entries: readonly Entry[],
  query: string,
  limit: number,
  language: string,
  maybeYield?: MaybeYield,
): Promise<readonly NearestTitle[]> {
  const queryPairs = letterPairs(query.slice(0, MAX_QUERY_LENGTH));
  if (queryPairs.size === 0) return [];
  const nearest: (NearestTitle & { readonly similarity: number })[] = [];
  for (const entry of entries) {
    const variant = variantIn(entry, language);
    const similarity = sharedPairs(queryPairs, namePairsOf(entry, variant));
    if (similarity >= MIN_SIMILARITY) nearest.push({ entry, variant, similarity });
    await maybeYield?.();
  }
  return nearest
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, limit)
    .map(({ entry, variant }) => ({ entry, variant }));
}

/** Share of the letter pairs of a text that another one has, from 0 to 1. */
export function textSimilarity(text: string, other: string): number {
  return sharedPairs(letterPairs(text), letterPairs(other));
}

function sharedPairs(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared += 1;
  return pairs.size === 0 ? 0 : shared / pairs.size;
}

/** Entries are immutable, so the letter pairs of a variant's names are cached for as long as it lives. */
const cache = new WeakMap<Variant, ReadonlySet<string>>();

function namePairsOf(entry: Entry, variant: Variant): ReadonlySet<string> {
  const cached = cache.get(variant);
  if (cached !== undefined) return cached;
  const symbols = entry.symbols.map(({ name }) => name);
  const pairs = letterPairs([entry.title, variant.title, ...variant.topics, ...symbols].join(' '));
  cache.set(variant, pairs);
  return pairs;
}

/** Every pair of neighbouring letters within a word, in lower case, Hangul as jamo. */
function letterPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu);
  for (const [word] of words) {
    const letters = Array.from(disassemble(word));
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2).join(''));
  }
  return pairs;
}
