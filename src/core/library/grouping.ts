import { addToGroup } from '../base/grouping';
import type { Entry, EntryStatus } from '../model';
import type { NamedValue } from '../search/filterValues';

/** The ways to group a list of entries. */
export const GROUPINGS = ['topic', 'archive', 'symbol', 'status', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Settled questions first, open ones after them. */
const STATUSES: readonly EntryStatus[] = ['answered', 'self-answered', 'disputed', 'unanswered', 'link'];

/** Groups entries by status, without empty groups; the entries of a group keep their order. */
export function groupByStatus(
  entries: readonly Entry[],
): readonly { readonly status: EntryStatus; readonly entries: readonly Entry[] }[] {
  const byStatus = new Map<EntryStatus, Entry[]>(STATUSES.map((status) => [status, []]));
  for (const entry of entries) addToGroup(byStatus, entry.status, entry);
  return Array.from(byStatus, ([status, own]) => ({ status, entries: own })).filter(
    (group) => group.entries.length > 0,
  );
}

/**
 * Groups entries by their symbols, largest group first; an entry is in the group of each of its symbols.
 *
 * @param symbolsOf The symbols by which the search finds an entry, so that both count alike.
 */
export function groupBySymbol(
  entries: readonly Entry[],
  symbolsOf: (entry: Entry) => readonly Required<NamedValue>[],
): {
  readonly groups: readonly { readonly name: string; readonly entries: readonly Entry[] }[];
  /** Entries that mention no symbol. */
  readonly without: readonly Entry[];
} {
  const bySymbol = new Map<string, { readonly name: string; readonly entries: Entry[] }>();
  const without: Entry[] = [];
  for (const entry of entries) {
    const symbols = symbolsOf(entry);
    if (symbols.length === 0) without.push(entry);
    for (const { key, label } of symbols) {
      const group = bySymbol.get(key) ?? { name: label, entries: [] };
      group.entries.push(entry);
      bySymbol.set(key, group);
    }
  }
  const groups = [...bySymbol.values()]
    // By code unit: names of code have the same order in every language.
    .sort((a, b) => b.entries.length - a.entries.length || (a.name < b.name ? -1 : 1));
  return { groups, without };
}
