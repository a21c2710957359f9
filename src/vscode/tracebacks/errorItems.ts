import * as vscode from 'vscode';
import { groupBy } from '../../core/base/grouping';
import type { ErrorEntry } from '../../core/tracebacks/errorEntry';
import type { RaisedError } from '../../core/tracebacks/raisedError';
import type { Library } from '../../core/library/library';
import { variantIn } from '../../core/model';
import { copyQuestionItems } from '../search/questionItems';
import {
  entryItem,
  messageItem,
  section,
  withoutIcons,
  type ArchiveTitles,
  type SearchItem,
} from '../search/rows';
import { errorLine, errorName, type TracebackBundle } from './errorText';
import { t } from '../base/l10n';

type ItemBundle = Pick<TracebackBundle, 'errorSnippet' | 'errorTarget'>;

/** Entries that may be about the error. */
const MAX_WEAK = 5;
/** Titles in a question to ask people. */
const MAX_NEAREST = 5;

/**
 * The rows for errors: strong matches below the name of their error, then weak matches, and finally a search. Without
 * strong matches, a question to ask people comes before the search.
 *
 * @param error The most relevant error.
 * @param query The query of the search; empty where the error has no distinctive words.
 * @param library The library that the matches are from.
 */
export async function errorEntryItems(
  error: RaisedError,
  matches: readonly ErrorEntry[],
  query: string,
  library: ArchiveTitles & Pick<Library, 'nearest'>,
  bundle: ItemBundle,
): Promise<readonly SearchItem[]> {
  const toItem = (match: ErrorEntry): SearchItem => errorEntryItem(match, library, bundle);
  const strong = matches.filter(({ confidence }) => confidence === 'strong');
  const weak = matches.slice(strong.length, strong.length + MAX_WEAK);
  const none = messageItem(t('No answer for {0}', errorName(error)), 'info', errorLine(error));
  return [
    ...sectionsByError(strong, toItem),
    ...(matches.length === 0 ? section('', [none]) : []),
    ...section(t('Possibly related'), weak.map(toItem)),
    ...(strong.length === 0 ? await questionItems(error, query, library, weak) : []),
    ...section(t('Search'), [searchItem(query)]),
  ];
}

/** The row that continues in the search. */
function searchItem(query: string): SearchItem {
  const label = query === '' ? t('Search…') : t('Search for “{0}”', query);
  return { ...messageItem(label, 'search'), query };
}

/** The row that opens an entry at what it says of the error, with the passage that does. */
export function errorEntryItem(
  match: ErrorEntry,
  library: ArchiveTitles,
  { errorSnippet, errorTarget }: ItemBundle,
): SearchItem {
  const variant = variantIn(match.entry, vscode.env.language);
  const item = entryItem(library, match.entry, variant, errorSnippet(match, variant)?.text);
  // Typing filters this list instead of querying again: rows that do not match are hidden.
  return { ...item, alwaysShow: false, target: errorTarget(match.error, variant) };
}

function sectionsByError(
  matches: readonly ErrorEntry[],
  toItem: (match: ErrorEntry) => SearchItem,
): readonly SearchItem[] {
  const byName = groupBy(matches, ({ error }) => errorName(error));
  return [...byName].flatMap(([name, group]) => section(withoutIcons(name), group.map(toItem)));
}

async function questionItems(
  error: RaisedError,
  query: string,
  library: Pick<Library, 'nearest'>,
  weak: readonly ErrorEntry[],
): Promise<readonly SearchItem[]> {
  const listed = weak.map(({ entry }) => entry);
  const nearest = query === '' ? [] : await library.nearest(query, MAX_NEAREST, vscode.env.language, listed);
  return copyQuestionItems(
    errorLine(error),
    nearest.map(({ variant }) => variant.title),
  );
}
