import { FILTERS, formatFilter, normaliseFilterValue, type FilterName } from './filters';
import type { FilterValue, ValuesOf } from './filterValues';

/** A value offered for the filter that is being typed. */
export interface Completion {
  readonly name: FilterName;
  readonly value: string;
  /** Number of entries with that value. */
  readonly count: number;
  /** The whole query with the filter completed and a space after it. */
  readonly query: string;
}

/** A filter at the end of a query, its value incomplete or empty. */
const OPEN_FILTER = new RegExp(`(?<=^|\\s)(${FILTERS.join('|')}):(?:"([^"]*)|([^\\s"]*))$`, 'iu');

/**
 * Values for the filter at the end of a query: those that begin with what is typed, or a part of them does (of a symbol,
 * the name behind a dot), then those that contain it; the most frequent first. Of symbols only those that begin so, where
 * there are any: three letters are inside too many names. Empty where the query does not end with a filter, or with one
 * whose value is complete. Any name of an archive matches; its label is offered.
 */
export function completionsOf(query: string, valuesOf: ValuesOf): readonly Completion[] {
  const composed = query.normalize('NFC');
  const open = OPEN_FILTER.exec(composed);
  if (open === null) return [];
  const name = (open[1] ?? '').toLowerCase() as FilterName;
  const typed = normaliseFilterValue(open[2] ?? open[3] ?? '');
  const queryBefore = composed.slice(0, open.index);
  const values = valuesOf(name);
  if (values.some((value) => value.names.has(typed))) return [];
  const ranked = values
    .map((value) => ({ value, rank: matchRank(value, typed) }))
    .filter(({ rank }) => rank !== Infinity)
    .sort((a, b) => a.rank - b.rank);
  const isPrefix = name === 'symbol' && ranked.some(({ rank }) => rank < CONTAINS);
  return ranked
    .filter(({ rank }) => !isPrefix || rank < CONTAINS)
    .map(({ value: { value, count } }) => ({
      name,
      value,
      count,
      query: `${queryBefore}${formatFilter(name, value)} `,
    }));
}

/** The rank of a value that contains what is typed anywhere. */
const CONTAINS = 2;

/** How a value matches what is typed: at the beginning of a name, at that of a part, anywhere, or not (`Infinity`). */
function matchRank({ names }: FilterValue, typed: string): number {
  let best = Infinity;
  for (const name of names) {
    if (name.startsWith(typed) || lastSegment(name).startsWith(typed)) return 0;
    const at = name.indexOf(typed);
    if (at === -1) continue;
    const isPart = [...name.matchAll(/(?<=[\s._/-])/g)].some(({ index }) => name.startsWith(typed, index));
    best = Math.min(best, isPart ? 1 : CONTAINS);
  }
  return best;
}

/** The name of a symbol without its path; the whole of any other value without a dot. */
function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
