import { variantsOf, type ArchiveId, type Entry, type Variant } from '../model';

/** What a query may be narrowed by: `topic:세션`, `symbol:scoped_session`, `status:disputed`, `archive:room`, `lang:ko`. */
export const FILTERS = ['topic', 'symbol', 'status', 'archive', 'lang'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface QueryFilter {
  readonly name: FilterName;
  /** As it was typed, without quotes. */
  readonly value: string;
}

export interface Query {
  /** As it was typed, composed. */
  readonly text: string;
  /** The words to search for, those of phrases included: what is left without the filters and what is left out. */
  readonly words: string;
  /** Words in quotes: they must stand side by side. */
  readonly phrases: readonly string[];
  /** What no hit may have: `-word`, `-"two words"`. */
  readonly without: readonly string[];
  readonly filters: readonly QueryFilter[];
}

/**
 * What is not a plain word: a filter and its value, or a phrase, or a word or phrase that is left out. A quote that is
 * never closed closes itself. A hyphen within a word, before a number or before another one is none.
 */
const SPECIAL = new RegExp(
  `(?<=^|\\s)(?:(?<name>${FILTERS.join('|')}):(?:["“”](?<quoted>[^"“”]*)(?:["“”]|$)|(?<bare>\\S+))` +
    '|(?<minus>-)?["“”](?<phrase>[^"“”]*)(?:["“”]|$)' +
    '|-(?<word>[\\p{L}_][^\\s"]*)(?=\\s|$))',
  'giu',
);

/** What is pasted beyond this many characters is not searched for. */
const MAX_QUERY_LENGTH = 1000;

/** Reads a query. What is nothing else is a word: nothing that can be typed is an error. */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, MAX_QUERY_LENGTH).normalize('NFC');
  const filters: QueryFilter[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  let words = '';
  let end = 0;
  for (const special of text.matchAll(SPECIAL)) {
    const { name, quoted, bare, minus, phrase, word } = special.groups ?? {};
    const value = (quoted ?? bare ?? phrase ?? word ?? '').trim();
    if (value === '' && name !== undefined) continue;
    words += text.slice(end, special.index);
    end = special.index + special[0].length;
    if (name !== undefined) filters.push({ name: name.toLowerCase() as FilterName, value });
    else if (word !== undefined || minus !== undefined) without.push(value);
    else {
      phrases.push(value);
      words += ` ${value} `;
    }
  }
  const isSaid = (part: string): boolean => part !== '';
  return {
    text: text.trim(),
    words: (words + text.slice(end)).replace(/\s+/g, ' ').trim(),
    phrases: phrases.filter(isSaid),
    without: without.filter(isSaid),
    filters,
  };
}

/** A filter as it is typed, such as `topic:"lazy loading"`. */
export function filterText(name: FilterName, value: string): string {
  return /[\s"“”]/.test(value) ? `${name}:"${withoutQuotes(value)}"` : `${name}:${value}`;
}

/** What could be read as the name of a filter, wherever it stands. */
const FILTER_MARK = new RegExp(`(?<![\\p{L}\\p{N}_])(${FILTERS.join('|')}):`, 'giu');

/** A query for the words of a text that was not written as one, such as a title: quotes, hyphens and filters in it mean nothing. */
export function wordsText(text: string): string {
  return text
    .replace(/["“”]/g, ' ')
    .replace(FILTER_MARK, '$1 ')
    .replace(/(?<!\S)-+(?=[\p{L}_])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The names of symbols, as the library knows them. */
export interface SymbolNames {
  /** Every name of what an entry speaks of. */
  namesOf(entry: Entry): Iterable<string>;
  /** The one name of a symbol that has several paths. */
  canonical(name: string): string;
}

/** What is named in filters, as the library knows it. */
export interface FilterNames {
  readonly symbols: SymbolNames;
  /** Everything that an archive is called: its id, and its titles in every language. */
  archive(id: ArchiveId): readonly string[];
}

/**
 * Whether the filters let one language of an entry through. Filters of one name are alternatives, those of different
 * names must all hold. Topics and names are compared whole, without regard to case; a symbol by any of its paths, and
 * by its last parts; an archive by its id and by its titles.
 */
export function passes(
  filters: readonly QueryFilter[],
  entry: Entry,
  variant: Variant,
  names: FilterNames,
): boolean {
  return FILTERS.every((name) => {
    const wanted = filters
      .filter((filter) => filter.name === name)
      .flatMap(({ value }) => (name === 'symbol' ? [value, names.symbols.canonical(value)] : [value]))
      .map(folded);
    if (wanted.length === 0) return true;
    const values = Array.from(VALUES[name](entry, variant, names), folded);
    return wanted.some((text) => values.some((value) => value === text || isTail(name, value, text)));
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

function isTail(name: FilterName, value: string, text: string): boolean {
  return name === 'symbol' && value.endsWith(`.${text}`);
}

/** A value as filters compare it: in any case, composed, without the quotes that one in quotes cannot hold. */
export function folded(text: string): string {
  return withoutQuotes(text.normalize('NFC').toLowerCase());
}

function withoutQuotes(text: string): string {
  return text.replace(/["“”]/g, '');
}
