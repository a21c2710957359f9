import { variantsOf, type Entry, type Variant } from '../model';

/** What a query may be narrowed by: `topic:세션`, `symbol:scoped_session`, `status:disputed`, `archive:room`, `lang:ko`. */
const FILTERS = ['topic', 'symbol', 'status', 'archive', 'lang'] as const;
type FilterName = (typeof FILTERS)[number];

export interface QueryFilter {
  readonly name: FilterName;
  /** As it was typed, without quotes. */
  readonly value: string;
}

export interface Query {
  /** The words to search for: what is left without the filters. */
  readonly words: string;
  readonly filters: readonly QueryFilter[];
}

/** A filter and its value, quoted when it holds spaces; a quote that is never closed closes itself. */
const FILTER = new RegExp(`(?<=^|\\s)(${FILTERS.join('|')}):(?:"([^"]*)(?:"|$)|(\\S+))`, 'giu');

/** Reads a query. What is no filter is a word: nothing that can be typed is an error. */
export function parseQuery(text: string): Query {
  const filters: QueryFilter[] = [];
  const words = text
    .normalize('NFC')
    .replace(FILTER, (whole, name: string, quoted?: string, bare?: string) => {
      const value = (quoted ?? bare ?? '').trim();
      if (value === '') return whole;
      filters.push({ name: name.toLowerCase() as FilterName, value });
      return ' ';
    });
  return { words: words.replace(/\s+/g, ' ').trim(), filters };
}

/** A filter as it is typed, such as `topic:"lazy loading"`. */
export function filterText(name: FilterName, value: string): string {
  return /[\s"]/.test(value) ? `${name}:"${value.replaceAll('"', '')}"` : `${name}:${value}`;
}

/** The names of symbols, as the library knows them. */
export interface SymbolNames {
  /** Every name of what an entry speaks of. */
  namesOf(entry: Entry): Iterable<string>;
  /** The one name of a symbol that has several paths. */
  canonical(name: string): string;
}

/**
 * Whether the filters let one language of an entry through. Filters of one name are alternatives, those of different
 * names must all hold. Topics and names are compared whole, without regard to case; a symbol by any of its paths, and
 * by its last parts.
 */
export function passes(
  filters: readonly QueryFilter[],
  entry: Entry,
  variant: Variant,
  symbols: SymbolNames,
): boolean {
  return FILTERS.every((name) => {
    const wanted = filters
      .filter((filter) => filter.name === name)
      .flatMap(({ value }) => (name === 'symbol' ? [value, symbols.canonical(value)] : [value]))
      .map(fold);
    if (wanted.length === 0) return true;
    const values = Array.from(VALUES[name](entry, variant, symbols), fold);
    return wanted.some((text) => values.some((value) => value === text || isTail(name, value, text)));
  });
}

const VALUES: Readonly<
  Record<FilterName, (entry: Entry, variant: Variant, symbols: SymbolNames) => Iterable<string>>
> = {
  // A topic may be named in any of the entry's languages.
  topic: (entry) => variantsOf(entry).flatMap(({ topics }) => topics),
  symbol: (entry, _variant, symbols) => symbols.namesOf(entry),
  status: (entry) => [entry.status],
  archive: (entry) => [entry.archive],
  lang: (_entry, { language }) => [language, language.split(/[-_]/, 1)[0] ?? ''],
};

function isTail(name: FilterName, value: string, text: string): boolean {
  return name === 'symbol' && value.endsWith(`.${text}`);
}

/** A quoted value cannot hold a quote, so none counts. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('"', '');
}
