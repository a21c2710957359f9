import { variantsOf, type Entry } from '../model';
import type { Completion } from './filterCompletions';
import { formatFilter, matchesFilters, type FilterNames, type QueryFilter } from './filters';
import type { ValuesOf } from './filterValues';
import { textSimilarity } from './nearestTitles';
import { placedFilters } from './query';

/** A filter of a query whose value no entry has. */
export interface UnknownFilter extends QueryFilter {
  /** The values there are, the most similar first, then the most frequent; each with the corrected query. */
  readonly values: readonly Completion[];
}

/** Share of letter pairs by which a value is similar to what was typed; the others are ordered by frequency. */
const MIN_SIMILARITY = 0.4;

/** The filters of a query that find nothing by themselves, because no entry has their value. */
export function unknownFiltersOf(
  query: string,
  entries: readonly Entry[],
  names: FilterNames,
  valuesOf: ValuesOf,
): readonly UnknownFilter[] {
  const composed = query.normalize('NFC');
  return placedFilters(query)
    .filter((filter) => !entries.some((entry) => isFoundBy(filter, entry, names)))
    .map(({ name, value: typed, start, end }) => {
      const similarityOf = (value: string): number => {
        const similarity = textSimilarity(typed, value);
        return similarity < MIN_SIMILARITY ? 0 : similarity;
      };
      const values = valuesOf(name)
        .map(({ value, count }) => ({ value, count, similarity: similarityOf(value) }))
        .sort((a, b) => b.similarity - a.similarity)
        .map(({ value, count }): Completion => {
          const corrected = `${composed.slice(0, start)}${formatFilter(name, value)}${composed.slice(end)}`;
          return { name, value, count, query: `${corrected.trimEnd()} ` };
        });
      return { name, value: typed, values };
    });
}

function isFoundBy(filter: QueryFilter, entry: Entry, names: FilterNames): boolean {
  return variantsOf(entry).some((variant) => matchesFilters([filter], entry, variant, names));
}
