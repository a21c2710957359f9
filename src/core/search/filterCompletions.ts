import { subjectsOf, variantsOf, type ArchiveId, type Entry } from '../model';
import { FILTERS, formatFilter, normaliseFilterValue, type FilterName } from './filters';

/** A value offered for the filter that is being typed. */
export interface Completion {
  readonly name: FilterName;
  readonly value: string;
  /** Number of entries with that value. */
  readonly count: number;
  /** The whole query with the filter completed and a space after it. */
  readonly query: string;
}

/** A filter value with every name it can be typed as. */
export interface NamedValue {
  /** The name that is displayed. */
  readonly label: string;
  readonly names: readonly string[];
}

/** A filter at the end of a query, its value incomplete or empty. */
const OPEN_FILTER = new RegExp(`(?<=^|\\s)(${FILTERS.join('|')}):(?:"([^"]*)|([^\\s"]*))$`, 'iu');

/**
 * Values that contain what is typed of the filter at the end of a query, the most frequent first. Empty where the query
 * does not end with a filter, or with one whose value is complete. Any name of an archive matches; its label is offered.
 */
export function completionsOf(
  query: string,
  entries: readonly Entry[],
  namedArchive: (id: ArchiveId) => NamedValue,
): readonly Completion[] {
  const composed = query.normalize('NFC');
  const open = OPEN_FILTER.exec(composed);
  if (open === null) return [];
  const name = (open[1] ?? '').toLowerCase() as FilterName;
  const typed = normaliseFilterValue(open[2] ?? open[3] ?? '');
  const queryBefore = composed.slice(0, open.index);
  const byLabel = new Map<string, { count: number; readonly names: Set<string> }>();
  for (const entry of entries) {
    const values =
      name === 'archive' ? [namedArchive(entry.archive)] : VALUES[name](entry).map(valueNamedByItself);
    for (const [label, names] of new Map(values.map((value) => [value.label, value.names]))) {
      const known = byLabel.get(label) ?? { count: 0, names: new Set() };
      known.count += 1;
      for (const each of names) known.names.add(normaliseFilterValue(each));
      byLabel.set(label, known);
    }
  }
  if ([...byLabel.values()].some(({ names }) => names.has(typed))) return [];
  return Array.from(byLabel, ([value, { count, names }]) => ({ name, value, count, names }))
    .filter(({ names }) => [...names].some((text) => text.includes(typed)))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .map(({ name, value, count }) => ({
      name,
      value,
      count,
      query: `${queryBefore}${formatFilter(name, value)} `,
    }));
}

const valueNamedByItself = (value: string): NamedValue => ({ label: value, names: [value] });

const VALUES: Readonly<Record<Exclude<FilterName, 'archive'>, (entry: Entry) => readonly string[]>> = {
  topic: (entry) => variantsOf(entry).flatMap(({ topics }) => topics),
  symbol: subjectsOf,
  status: ({ status }) => [status],
  lang: (entry) => variantsOf(entry).map(({ language }) => language),
};
