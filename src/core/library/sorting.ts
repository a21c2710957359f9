import { listTitle, variantIn, type Entry } from '../model';
import type { MaybeYield } from '../archive/archiveSource';

/** The orders of a list of entries: the archives' own, by date, by title. */
export const SORTINGS = ['archive', 'newest', 'title'] as const;
export type Sorting = (typeof SORTINGS)[number];

/** Entries that are sorted or merged between two calls of `maybeYield`. */
const RUN_LENGTH = 256;

/**
 * Sorts entries; the sort is stable.
 *
 * @param language The reader's language, in whose variants and alphabetical order the titles of lists are compared.
 * @param maybeYield Called every few hundred steps, since collating thousands of titles takes long.
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
      return mergeSort(entries, ({ date = '' }) => date, compareNewestFirst, maybeYield);
    case 'title': {
      const { compare } = collatorFor(language);
      return mergeSort(entries, (entry) => listTitle(variantIn(entry, language)), compare, maybeYield);
    }
  }
}

/** Whether entries can be sorted by date: some entry has one. */
export function hasDates(entries: readonly Entry[]): boolean {
  return entries.some(({ date }) => date !== undefined);
}

/** Compares dates, the latest first and none last. A date without month or day is before all others of its year or month. */
function compareNewestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

type Compare = (a: string, b: string) => number;

interface KeyedEntry {
  readonly entry: Entry;
  readonly key: string;
}

/** A bottom-up merge sort, since `Array.sort` cannot yield. */
async function mergeSort(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  compare: Compare,
  maybeYield: MaybeYield | undefined,
): Promise<readonly Entry[]> {
  let runs: (readonly KeyedEntry[])[] = [];
  for (let start = 0; start < entries.length; start += RUN_LENGTH) {
    const run = entries
      .slice(start, start + RUN_LENGTH)
      .map((entry): KeyedEntry => ({ entry, key: keyOf(entry) }));
    runs.push(run.sort((a, b) => compare(a.key, b.key)));
    await maybeYield?.();
  }
  while (runs.length > 1) {
    const merged: (readonly KeyedEntry[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, maybeYield));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ entry }) => entry);
}

/** Merges two sorted runs; of equal entries, those of the first run come first. */
async function merge(
  first: readonly KeyedEntry[],
  second: readonly KeyedEntry[],
  compare: Compare,
  maybeYield: MaybeYield | undefined,
): Promise<readonly KeyedEntry[]> {
  const merged: KeyedEntry[] = [];
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
    if (merged.length % RUN_LENGTH === 0) await maybeYield?.();
  }
}

/** A collator for a language; for an invalid language tag, one for the runtime's default language. */
export function collatorFor(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language, { numeric: true });
  } catch {
    return new Intl.Collator(undefined, { numeric: true });
  }
}
