import { addToGroup } from '../base/grouping';
import type { Entry, EntryStatus } from '../model';

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

/** Groups entries by the symbols they mention, largest group first; an entry is in the group of each of its symbols. */
export function groupBySymbol(entries: readonly Entry[]): {
  readonly groups: readonly { readonly name: string; readonly entries: readonly Entry[] }[];
  /** Entries that mention no symbol. */
  readonly without: readonly Entry[];
} {
  const bySymbol = new Map<string, Entry[]>();
  for (const entry of entries) {
    // A symbol may be declared and mentioned in the code as well.
    for (const name of new Set(entry.symbols.map((symbol) => symbol.name))) addToGroup(bySymbol, name, entry);
  }
  const groups = Array.from(bySymbol, ([name, own]) => ({ name, entries: own }))
    // By code unit: names of code have the same order in every language.
    .sort((a, b) => b.entries.length - a.entries.length || (a.name < b.name ? -1 : 1));
  return { groups, without: entries.filter(({ symbols }) => symbols.length === 0) };
}
