import { subjectsOf, variantsOf, type Entry } from '../model';
import { FILTERS, filterText, type FilterName } from './query';

/** A value for the filter that is being typed. */
export interface Completion {
  readonly name: FilterName;
  readonly value: string;
  /** Entries that have it. */
  readonly count: number;
  /** The whole query with the filter completed, ready for more words. */
  readonly query: string;
}

/** The filter at the end of a query, with what is there of its value. */
const OPEN_FILTER = new RegExp(`(?<=^|\\s)(${FILTERS.join('|')}):(?:"([^"]*)|([^\\s"]*))$`, 'iu');

/**
 * Values that hold what is typed of the filter at the query's end, the most used first; none where no filter ends it,
 * or one that is complete.
 */
export function completionsOf(query: string, entries: readonly Entry[]): readonly Completion[] {
  const open = OPEN_FILTER.exec(query.normalize('NFC'));
  if (open === null) return [];
  const name = (open[1] ?? '').toLowerCase() as FilterName;
  const typed = (open[2] ?? open[3] ?? '').toLowerCase();
  const before = query.normalize('NFC').slice(0, open.index);
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const value of new Set(VALUES[name](entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if ([...counts.keys()].some((value) => value.toLowerCase() === typed)) return [];
  return Array.from(counts, ([value, count]) => ({ name, value, count }))
    .filter(({ value }) => value.toLowerCase().includes(typed))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .map((completion) => ({
      ...completion,
      query: `${before}${filterText(completion.name, completion.value)} `,
    }));
}

const VALUES: Readonly<Record<FilterName, (entry: Entry) => readonly string[]>> = {
  topic: (entry) => variantsOf(entry).flatMap(({ topics }) => topics),
  symbol: subjectsOf,
  status: ({ status }) => [status],
  archive: ({ archive }) => [archive],
  lang: (entry) => variantsOf(entry).map(({ language }) => language),
};
