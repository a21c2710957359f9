import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type EntryTarget } from '../../core/model';
import { parseQuery } from '../../core/search/query';
import type { Cancellation } from '../../core/base/cancellation';
import type { SearchHit } from '../../core/tracebacks/searchErrors';
import { t } from '../base/l10n';
import { completionItems, filterItems, topicItems, unknownFilterItems } from './filterItems';
import { copyQuestionItems } from './questionItems';
import { entryItem, messageItem, section, type SearchItem } from './rows';

const MAX_RECENT = 5;
/** Entries that are all listed before anything is typed. */
const MAX_LISTED = 30;
const MAX_STRONG = 20;
/** Entries listed for a query of filters only, whose count the sidebar shows as well. */
const MAX_FILTERED = 500;
const MAX_WEAK = 5;
const MAX_NEAREST = 5;

/** The rows for a query, which begin with a separator: see `PreviewQuickPick`. Never rejects: a failure is a row. */
export async function searchItems(
  library: Library,
  typed: string,
  recents: readonly string[],
  signal: Cancellation,
): Promise<readonly SearchItem[]> {
  const query = typed.trim();
  if (query === '') return initialItems(library, recents);
  try {
    const completions = section(t('Filter values'), completionItems(library, typed));
    const limit = parseQuery(query).words === '' ? MAX_FILTERED : MAX_STRONG;
    const { searchWithErrors } = await import('../lazy/library');
    const hits = await searchWithErrors(library, query, { limit, signal, language: vscode.env.language });
    const strong = hits.filter(({ confidence }) => confidence === 'strong');
    if (strong.length === 0 && !signal.aborted) {
      return completions.length > 0 ? completions : await unsureItems(library, query, hits);
    }
    const weak = hits.slice(strong.length, strong.length + MAX_WEAK);
    const toItem = (hit: SearchHit): SearchItem => hitItem(library, hit);
    return [
      ...completions,
      ...section(t('Best matches'), strong.map(toItem)),
      ...(strong.length === limit ? await moreItems(library, query, limit, signal) : []),
      ...section(t('Partial matches'), weak.map(toItem)),
    ];
  } catch (error) {
    return section('', [messageItem(t('The search failed: {0}', String(error)), 'error')]);
  }
}

/** The rows before anything is typed; without any archive, how to add one. */
function initialItems(library: Library, recents: readonly string[]): readonly SearchItem[] {
  const entries = library.entries();
  if (entries.length === 0) {
    return section('', [
      messageItem(
        t('There is no archive to search.'),
        'info',
        t('Run “Archive Answers: Add Archive…” to add one.'),
      ),
    ]);
  }
  const items = (ids: typeof entries): readonly SearchItem[] =>
    ids.map((entry) => entryItem(library, entry, variantIn(entry, vscode.env.language), undefined));
  const opened = recents.flatMap((id) => library.entry(id) ?? []).slice(0, MAX_RECENT);
  return [
    ...section(t('Opened recently'), items(opened)),
    ...section(t('All threads'), entries.length <= MAX_LISTED ? items(entries) : []),
    ...section(t('Topics'), topicItems(entries)),
    ...section(t('Filter by'), filterItems()),
  ];
}

function hitItem(library: Library, hit: SearchHit): SearchItem {
  const { entry, variant, snippet, target = targetOfHit(hit) } = hit;
  return { ...entryItem(library, entry, variant, snippet?.text), target };
}

/** The row that shows all matches in the sidebar, where there are more than the list shows. */
async function moreItems(
  library: Library,
  query: string,
  listed: number,
  signal: Cancellation,
): Promise<readonly SearchItem[]> {
  const { matchingWithErrors } = await import('../lazy/library');
  const { length: count } = await matchingWithErrors(library, query, signal);
  if (count <= listed) return [];
  return [{ ...messageItem(t('Show all {0} in the sidebar', count), 'list-tree'), sidebarFilter: query }];
}

/** Where a hit opens: at the passage that its row shows, at the head where the row shows the answer line. */
function targetOfHit({
  variant: { language },
  why: { passage },
  snippet,
  highlights: words,
}: SearchHit): EntryTarget {
  const hasWords = passage !== undefined && passage.ranges.length > 0 && snippet?.from === 'passage';
  return { language, words, ...(hasWords ? { post: passage.post } : {}) };
}

/** The rows for a query without a strong hit: possible answers, or that none was found; then how to ask people. */
async function unsureItems(
  library: Library,
  query: string,
  hits: readonly SearchHit[],
): Promise<readonly SearchItem[]> {
  const unknown = unknownFilterItems(library, query);
  if (unknown.length > 0) return unknown;
  const possible = hits.filter(({ confidence }) => confidence === 'possible');
  const listed = possible.map(({ entry }) => entry);
  const nearest = await library.nearest(query, MAX_NEAREST, vscode.env.language, listed);
  const noAnswer = messageItem(
    t('No answer found for “{0}”', query),
    'info',
    t('Try fewer or different words, in Korean or English.'),
  );
  return [
    ...(possible.length === 0 ? section('', [noAnswer]) : []),
    ...section(
      t('Possible answers'),
      possible.map((hit) => hitItem(library, hit)),
    ),
    ...section(
      t('Similar threads'),
      nearest.map(({ entry, variant }) => entryItem(library, entry, variant, undefined)),
    ),
    ...copyQuestionItems(
      query,
      nearest.map(({ variant }) => variant.title),
    ),
  ];
}
