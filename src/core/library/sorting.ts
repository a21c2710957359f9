import { variantIn, type Entry } from '../model';
import type { MaybeYield } from '../archive/archiveSource';

/** Orders that entries can be listed in: the archives' own, by date, by title. */
export const SORTINGS = ['archive', 'newest', 'title'] as const;
export type Sorting = (typeof SORTINGS)[number];

/** Entries sorted, or pairs merged, before other work may have its turn. */
const PIECE = 256;

/**
 * Entries in another order; what counts as equal stays in the order it came in.
 *
 * @param language The reader's language: titles are those of its variants, in its alphabetical order.
 * @param maybeYield Called every few hundred steps: comparing titles by a language's rules takes a while for thousands.
 */
export async function sortEntries(
  entries: readonly Entry[],
  sorting: Sorting,
  language: string,
  maybeYield?: MaybeYield,
): Promise<readonly Entry[]> {
  switch (sorting) {
    case 'archive':
      return entries;
    case 'newest':
      return inPieces(entries, ({ date = '' }) => date, later, maybeYield);
    case 'title': {
      const { compare } = collatorFor(language);
      return inPieces(entries, (entry) => variantIn(entry, language).title, compare, maybeYield);
    }
  }
}

/** Dates, the latest first; none comes last. Of a date without month or day, the rest of its year or month is later. */
function later(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

type Compare = (a: string, b: string) => number;

interface Keyed {
  readonly entry: Entry;
  readonly key: string;
}

/** Pieces are sorted, then merged: a sort that can stop on its way. */
async function inPieces(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  compare: Compare,
  maybeYield: MaybeYield | undefined,
): Promise<readonly Entry[]> {
  let runs: (readonly Keyed[])[] = [];
  for (let start = 0; start < entries.length; start += PIECE) {
    const piece = entries.slice(start, start + PIECE).map((entry): Keyed => ({ entry, key: keyOf(entry) }));
    runs.push(piece.sort((a, b) => compare(a.key, b.key)));
    await maybeYield?.();
  }
  while (runs.length > 1) {
    const merged: (readonly Keyed[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, maybeYield));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ entry }) => entry);
}

/** Two sorted runs as one; of equals, those of the first run come first. */
async function merge(
  first: readonly Keyed[],
  second: readonly Keyed[],
  compare: Compare,
  maybeYield: MaybeYield | undefined,
): Promise<readonly Keyed[]> {
  const merged: Keyed[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (a === undefined) return merged.concat(second.slice(j));
    if (b === undefined) return merged.concat(first.slice(i));
    if (compare(a.key, b.key) <= 0) {
      merged.push(a);
      i += 1;
    } else {
      merged.push(b);
      j += 1;
    }
    if (merged.length % PIECE === 0) await maybeYield?.();
  }
}

/** The alphabetical order of a language; where the runtime does not know it, that of its own default. */
export function collatorFor(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language, { numeric: true });
  } catch {
    return new Intl.Collator(undefined, { numeric: true });
  }
}
