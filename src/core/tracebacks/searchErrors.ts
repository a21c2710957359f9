import type { MaybeYield } from '../archive/archiveSource';
import type { Library, SearchOptions } from '../library/library';
import { variantIn, type Entry, type EntryTarget } from '../model';
import type { Hit } from '../search/hits';
import { isPasted } from '../search/pastedText';
import { placedFilters, toPlainQuery } from '../search/query';
import type { Cancellation } from '../base/cancellation';
import { snippetOf } from '../search/snippets';
import { entriesForErrors, type ErrorLibrary } from './entriesForErrors';
import type { ErrorEntry } from './errorEntry';
import { errorPassage } from './errorSnippet';
import { errorTarget } from './errorTarget';
import { isIdentified } from './impliedFacts';
import type { RaisedError } from './raisedError';
import { pastedLines } from './pastedLines';
import { readErrors, readLongText } from './readErrors';

type SearchLibrary = ErrorLibrary & Pick<Library, 'matching' | 'maybeYield'>;

/** A hit; of a query that is an error, possibly one that is certainly about it. */
export interface SearchHit extends Hit {
  /** Where the entry opens for the error that it is about. */
  readonly target?: EntryTarget;
}

/** UTF-16 units of a query that are read as an error: of a longer one the end, where the error is. */
const MAX_LENGTH = 64 * 1024;
/**
 * The hits for a query. Where the query is an error (its message, a class with its message, a traceback), the entries
 * that are certainly about it come first and are strong, then those that have its words.
 */
export async function searchWithErrors(
  library: SearchLibrary,
  query: string,
  options: SearchOptions = {},
): Promise<readonly SearchHit[]> {
  const read = await readQuery(query, library.maybeYield);
  const hits = await library.search(read.words, options);
  const matches = await entriesForQuery(library, read, options.signal);
  if (matches.length === 0 || options.signal?.aborted === true) return hits;
  const topScore = hits[0]?.score ?? 0;
  const first: SearchHit[] = [];
  for (const match of matches.slice(0, options.limit)) {
    first.push(errorHit(match, hits, topScore, options.language));
    await library.maybeYield?.();
  }
  const others = hits.filter(({ entry }) => !matches.some((match) => match.entry === entry));
  return [...first, ...others].slice(0, options.limit);
}

/** All entries that match such a query, best first: see `Library.matching`. */
export async function matchingWithErrors(
  library: SearchLibrary,
  query: string,
  signal?: Cancellation,
): Promise<readonly Entry[]> {
  const read = await readQuery(query, library.maybeYield);
  const matching = await library.matching(read.words, signal);
  const matches = await entriesForQuery(library, read, signal);
  return [...new Set([...matches.map(({ entry }) => entry), ...matching])];
}

interface ErrorQuery {
  readonly errors: readonly RaisedError[];
  readonly filters: string;
  /** The query to search for: the names that an error quotes are not phrases. */
  readonly words: string;
}

async function readQuery(query: string, maybeYield: MaybeYield | undefined): Promise<ErrorQuery> {
  const { text, filters } = withoutFilters(query);
  const read = await errorsOf(text, maybeYield);
  const errors = read.filter((error) => isIdentified(error) && !isOnlyClass(error));
  const isPlain =
    errors.length === 0 && !read.some((error) => error.type !== undefined && !isOnlyClass(error));
  return { errors, filters, words: isPlain || isPasted(query) ? query : `${filters} ${toPlainQuery(text)}` };
}

/** The entries that are certainly about the errors of a query, of those that match its filters. */
async function entriesForQuery(
  library: SearchLibrary,
  { errors, filters }: ErrorQuery,
  signal: Cancellation | undefined,
): Promise<readonly ErrorEntry[]> {
  if (errors.length === 0) return [];
  const matches = await entriesForErrors(errors, library, { signal, maybeYield: library.maybeYield });
  const strong = matches.filter(({ confidence }) => confidence === 'strong');
  if (strong.length === 0 || filters === '') return strong;
  const filtered = new Set(await library.matching(filters, signal));
  return strong.filter(({ entry }) => filtered.has(entry));
}

function errorsOf(text: string, maybeYield: MaybeYield | undefined): Promise<readonly RaisedError[]> {
  const lines = pastedLines(text.slice(-MAX_LENGTH));
  return maybeYield === undefined ? Promise.resolve(readErrors(lines)) : readLongText(lines, maybeYield);
}

/** Whether a query only names a class, which is searched for like any other name. */
function isOnlyClass({ type, details }: RaisedError): boolean {
  return type !== undefined && details === '';
}

function withoutFilters(query: string): { readonly text: string; readonly filters: string } {
  const composed = query.normalize('NFC');
  const placed = placedFilters(composed);
  let text = '';
  let end = 0;
  for (const filter of placed) {
    text += composed.slice(end, filter.start);
    ({ end } = filter);
  }
  const filters = placed.map(({ start, end: filterEnd }) => composed.slice(start, filterEnd)).join(' ');
  return { text: text + composed.slice(end), filters };
}

function errorHit(
  match: ErrorEntry,
  hits: readonly Hit[],
  topScore: number,
  language: string | undefined,
): SearchHit {
  const { entry, error } = match;
  const known = hits.find((hit) => hit.entry === entry);
  const variant = language === undefined ? (known?.variant ?? entry) : variantIn(entry, language);
  const { passage, matched } = errorPassage(match, variant);
  const terms = [...matched].sort();
  const snippet = snippetOf(variant, passage, terms);
  const target = errorTarget(error, variant);
  return {
    entry,
    variant,
    score: Math.max(topScore, known?.score ?? 0),
    confidence: 'strong',
    probability: 1,
    why: {
      terms,
      words: known?.why.words ?? [],
      fields: known?.why.fields ?? [],
      title: known?.variant === variant ? known.why.title : [],
      ...(passage === undefined ? {} : { passage }),
    },
    ...(snippet === undefined ? {} : { snippet }),
    highlights: target.words ?? [],
    target,
  };
}
