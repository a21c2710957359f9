import { variantsOf, type ArchiveId, type Entry, type Variant } from '../model';

/** The filters of a query: `topic:세션`, `symbol:scoped_session`, `status:disputed`, `archive:room`, `lang:ko`. */
export const FILTERS = ['topic', 'symbol', 'status', 'archive', 'lang'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface QueryFilter {
  readonly name: FilterName;
  /** As typed, without quotes. */
  readonly value: string;
}

/** A filter in query syntax, such as `topic:"lazy loading"`. */
export function formatFilter(name: FilterName, value: string): string {
  return /[\s"“”]/.test(value) ? `${name}:"${withoutQuotes(value)}"` : `${name}:${value}`;
}

/** The names of symbols, as the library knows them. */
export interface SymbolNames {
  /** Every name of every symbol that an entry mentions. */
  namesOf(entry: Entry): Iterable<string>;
  /** The canonical name of a symbol that can be imported by several paths. */
  canonical(name: string): string;
}

/** Looks up the names that filters are compared with. */
export interface FilterNames {
  readonly symbols: SymbolNames;
  /** Every name of an archive: its id, and its titles in every language. */
  archive(id: ArchiveId): readonly string[];
}

/**
 * Whether a variant of an entry matches all filters. Filters of one name are alternatives; filters of different names
 * must all match. Values are compared whole and without regard to case: a symbol by any of its paths or the last parts
 * of one, an archive by its id or any of its titles.
 */
export function matchesFilters(
  filters: readonly QueryFilter[],
  entry: Entry,
  variant: Variant,
  names: FilterNames,
): boolean {
  return FILTERS.every((name) => {
    const wanted = filters
      .filter((filter) => filter.name === name)
      .flatMap(({ value }) => (name === 'symbol' ? [value, names.symbols.canonical(value)] : [value]))
      .map(normaliseFilterValue);
    if (wanted.length === 0) return true;
    const values = Array.from(VALUES[name](entry, variant, names), normaliseFilterValue);
    return wanted.some((text) =>
      values.some((value) => value === text || (name === 'symbol' && value.endsWith(`.${text}`))),
    );
  });
}

const VALUES: Readonly<
  Record<FilterName, (entry: Entry, variant: Variant, names: FilterNames) => Iterable<string>>
> = {
  // A topic may be named in any of the entry's languages.
  topic: (entry) => variantsOf(entry).flatMap(({ topics }) => topics),
  symbol: (entry, _variant, { symbols }) => symbols.namesOf(entry),
  status: (entry) => [entry.status],
  archive: (entry, _variant, names) => names.archive(entry.archive),
  lang: (_entry, { language }) => [language, language.split(/[-_]/, 1)[0] ?? ''],
};

/** The form in which filter values are compared: NFC, lower case, without the quotes that a quoted value cannot hold. */
export function normaliseFilterValue(text: string): string {
  return withoutQuotes(text.normalize('NFC').toLowerCase());
}

function withoutQuotes(text: string): string {
  return text.replace(/["“”]/g, '');
}
