import { subjectsOf, variantsOf, type ArchiveId, type Entry } from '../model';
import { FILTERS, filterText, folded, type FilterName } from './query';

/** A value for the filter that is being typed. */
export interface Completion {
  readonly name: FilterName;
  readonly value: string;
  /** Entries that have it. */
  readonly count: number;
  /** The whole query with the filter completed, ready for more words. */
  readonly query: string;
}

/** What one thing is called. */
export interface NamedValue {
  /** As it is shown. */
  readonly shown: string;
  /** Everything that it may be typed as. */
  readonly all: readonly string[];
}

/** The filter at the end of a query, with what is there of its value. */
const OPEN_FILTER = new RegExp(`(?<=^|\\s)(${FILTERS.join('|')}):(?:"([^"]*)|([^\\s"]*))$`, 'iu');

/**
 * Values that hold what is typed of the filter at the query's end, the most used first; none where no filter ends it,
 * or one that is complete. An archive is offered as it is shown, whichever of its names is typed.
 */
export function completionsOf(
  query: string,
  entries: readonly Entry[],
  archive: (id: ArchiveId) => NamedValue,
): readonly Completion[] {
  const open = OPEN_FILTER.exec(query.normalize('NFC'));
  if (open === null) return [];
  const name = (open[1] ?? '').toLowerCase() as FilterName;
  const typed = folded(open[2] ?? open[3] ?? '');
  const before = query.normalize('NFC').slice(0, open.index);
  const offers = new Map<string, { count: number; readonly names: Set<string> }>();
  for (const entry of entries) {
    const called = name === 'archive' ? [archive(entry.archive)] : VALUES[name](entry).map(itself);
    for (const [value, all] of new Map(called.map(({ shown, all }) => [shown, all]))) {
      const offer = offers.get(value) ?? { count: 0, names: new Set() };
      offer.count += 1;
      for (const other of all) offer.names.add(folded(other));
      offers.set(value, offer);
    }
  }
  if ([...offers.values()].some(({ names }) => names.has(typed))) return [];
  return Array.from(offers, ([value, { count, names }]) => ({ name, value, count, names }))
    .filter(({ names }) => [...names].some((text) => text.includes(typed)))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .map(({ name, value, count }) => ({
      name,
      value,
      count,
      query: `${before}${filterText(name, value)} `,
    }));
}

const itself = (value: string): NamedValue => ({ shown: value, all: [value] });

const VALUES: Readonly<Record<Exclude<FilterName, 'archive'>, (entry: Entry) => readonly string[]>> = {
  topic: (entry) => variantsOf(entry).flatMap(({ topics }) => topics),
  symbol: subjectsOf,
  status: ({ status }) => [status],
  lang: (entry) => variantsOf(entry).map(({ language }) => language),
};
