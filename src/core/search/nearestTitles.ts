import { disassemble } from 'es-hangul';
import { variantIn, type Entry, type Variant } from '../model';
import type { MaybeYield } from '../archive/archiveSource';

export interface NearTitle {
  readonly entry: Entry;
  readonly variant: Variant;
}

/** Share of a query's letter pairs that a title must have to be called near. */
const MIN_SIMILARITY = 0.4;
/** What a query says beyond this many characters is not compared. */
const MAX_TITLE_LENGTH = 500;

/**
 * The entries whose titles, topics and symbols look most like a query that found nothing: by pairs of letters, a
 * Hangul syllable taken apart, so that a typing error or another ending costs a pair or two only.
 */
export async function nearestTitles(
  entries: readonly Entry[],
  query: string,
  limit: number,
  language: string,
  maybeYield?: MaybeYield,
): Promise<readonly NearTitle[]> {
  const wanted = letterPairs(query.slice(0, MAX_TITLE_LENGTH));
  if (wanted.size === 0) return [];
  const near: (NearTitle & { readonly share: number })[] = [];
  for (const entry of entries) {
    const variant = variantIn(entry, language);
    const there = pairsOf(entry, variant);
    let shared = 0;
    for (const pair of wanted) if (there.has(pair)) shared += 1;
    const share = shared / wanted.size;
    if (share >= MIN_SIMILARITY) near.push({ entry, variant, share });
    await maybeYield?.();
  }
  return near
    .sort((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ entry, variant }) => ({ entry, variant }));
}

/** Entries are immutable: what a variant is called by is taken apart once. */
const pairs = new WeakMap<Variant, ReadonlySet<string>>();

function pairsOf(entry: Entry, variant: Variant): ReadonlySet<string> {
  const known = pairs.get(variant);
  if (known !== undefined) return known;
  const names = entry.symbols.map(({ name }) => name);
  const found = letterPairs([entry.title, variant.title, ...variant.topics, ...names].join(' '));
  pairs.set(variant, found);
  return found;
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
