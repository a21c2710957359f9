import * as vscode from 'vscode';
import type { ErrorEntry } from '../../core/tracebacks/errorEntry';
import { unqualifiedName, type RaisedError } from '../../core/tracebacks/raisedError';
import type { Library } from '../../core/library/library';
import { variantIn } from '../../core/model';
import {
  copyQuestionItems,
  entryItem,
  section,
  withoutIcons,
  messageItem,
  type SearchItem,
} from '../search/searchItems';
import { errorLine, errorName } from './errorText';
import { t } from '../base/l10n';

/** Entries that are only perhaps about the error. */
const MAX_WEAK = 5;
/** Titles that a question for people names. */
const NEAREST = 5;

/**
 * Rows for what was found: surely about an error, below its name, and perhaps; in the end, a search. Where nothing is
 * sure, a question to ask people comes before it.
 *
 * @param error The most telling error.
 * @param query What to search for; empty where its message says nothing of its own.
 */
export async function errorEntryItems(
  error: RaisedError,
  answers: readonly ErrorEntry[],
  query: string,
  library: Pick<Library, 'nearest'>,
): Promise<readonly SearchItem[]> {
  const strong = answers.filter(({ confidence }) => confidence === 'strong');
  const weak = answers.slice(strong.length, strong.length + MAX_WEAK);
  const none = messageItem(t('No answer for {0}', errorName(error)), 'info', errorLine(error));
  return [
    ...byError(strong),
    ...(answers.length === 0 ? section('', [none]) : []),
    ...section(t('Perhaps'), weak.map(errorEntryItem)),
    ...(strong.length === 0 ? await askAbout(error, query, library) : []),
    ...section(t('Search'), [searchItem(query)]),
  ];
}

/** The row that goes on in the search. */
function searchItem(query: string): SearchItem {
  const label = query === '' ? t('Search…') : t('Search for “{0}”', query);
  return { ...messageItem(label, 'search'), query };
}

/** The row that opens an answer. */
export function errorEntryItem({ entry, error, matchedBy }: ErrorEntry): SearchItem {
  const item = entryItem(entry, variantIn(entry, vscode.env.language), undefined);
  const marks = [
    ...(error.type === undefined ? [] : [unqualifiedName(error.type)]),
    ...(matchedBy === 'code' ? error.codes.map(({ code }) => code) : []),
  ];
  // The list is not asked anew while someone types: what does not fit is hidden.
  return { ...item, alwaysShow: false, highlights: marks };
}

function byError(answers: readonly ErrorEntry[]): readonly SearchItem[] {
  const groups = new Map<string, SearchItem[]>();
  for (const answer of answers) {
    const name = errorName(answer.error);
    const items = groups.get(name) ?? [];
    groups.set(name, items);
    items.push(errorEntryItem(answer));
  }
  return [...groups].flatMap(([name, items]) => section(withoutIcons(name), items));
}

async function askAbout(
  error: RaisedError,
  query: string,
  library: Pick<Library, 'nearest'>,
): Promise<readonly SearchItem[]> {
  const near = query === '' ? [] : await library.nearest(query, NEAREST, vscode.env.language);
  return copyQuestionItems(
    errorLine(error),
    near.map(({ variant }) => variant.title),
  );
}
