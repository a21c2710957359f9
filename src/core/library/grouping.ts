import type { Entry, EntryStatus } from '../model';

/** Ways in which a list of entries can be grouped. */
export const GROUPINGS = ['topic', 'archive', 'symbol', 'status', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is settled first, what is still open after it. */
const STATUSES: readonly EntryStatus[] = ['answered', 'self-answered', 'disputed', 'unanswered', 'link'];

/** Entries by status, those of each in the order they came in. A status that none has is left out. */
export function groupByStatus(
  entries: readonly Entry[],
): readonly { readonly status: EntryStatus; readonly entries: readonly Entry[] }[] {
  const byStatus = new Map<EntryStatus, Entry[]>(STATUSES.map((status) => [status, []]));
  for (const entry of entries) byStatus.get(entry.status)?.push(entry);
  return [...byStatus].filter(([, own]) => own.length > 0).map(([status, own]) => ({ status, entries: own }));
}

/** Entries by the symbols they speak of, the most spoken of first; an entry stands in as many groups as it has symbols. */
export function groupBySymbol(entries: readonly Entry[]): {
  readonly groups: readonly { readonly name: string; readonly entries: readonly Entry[] }[];
  /** Those without any symbol. */
  readonly without: readonly Entry[];
} {
  const bySymbol = new Map<string, Entry[]>();
  const without: Entry[] = [];
  for (const entry of entries) {
    if (entry.symbols.length === 0) without.push(entry);
    for (const { name } of entry.symbols) {
      const own = bySymbol.get(name);
      if (own === undefined) bySymbol.set(name, [entry]);
      // A symbol may be declared and found in the code as well.
      else if (own.at(-1) !== entry) own.push(entry);
    }
  }
  const groups = [...bySymbol]
    .map(([name, own]) => ({ name, entries: own }))
    // Names of code: their order is the same for everybody.
    .sort((a, b) => b.entries.length - a.entries.length || (a.name < b.name ? -1 : 1));
  return { groups, without };
}
