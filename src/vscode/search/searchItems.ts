import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry, type EntryTarget, type Variant } from '../../core/model';
import { formatFilter } from '../../core/search/filters';
import type { Cancellation } from '../../core/search/searchIndex';
import type { Hit } from '../../core/search/hits';
import { statusIcon, statusLabel, versionLabel } from '../entries/labels';
import { t } from '../base/l10n';

/** A row of the search: an entry to open, a query to continue with, a text to copy, or a message. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly entry?: Entry;
  readonly variant?: Variant;
  readonly query?: string;
  /** The post of the variant that the entry was found by, and the words to highlight. */
  readonly target?: EntryTarget;
  /** A text to copy when the row is chosen. */
  readonly copyText?: string;
}

const MAX_RECENT = 5;
const MAX_TOPICS = 30;
const MAX_COMPLETIONS = 8;
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
    const hits = await library.search(query, { signal, language: vscode.env.language });
    const strong = hits.filter(({ confidence }) => confidence === 'strong');
    if (strong.length === 0 && !signal.aborted) {
      return completions.length > 0 ? completions : await noResultItems(library, query);
    }
    const weak = hits.slice(strong.length, strong.length + MAX_WEAK);
    return [
      ...completions,
      ...section(t('Best matches'), strong.map(hitItem)),
      ...section(t('Partial matches'), weak.map(hitItem)),
    ];
  } catch (error) {
    return section('', [messageItem(t('The search failed: {0}', String(error)), 'error')]);
  }
}

/** The rows before anything is typed: recent entries, topics and filters; without any archive, how to add one. */
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
  const opened = recents
    .flatMap((id) => library.entry(id) ?? [])
    .slice(0, MAX_RECENT)
    .map((entry) => entryItem(entry, variantIn(entry, vscode.env.language), undefined));
  return [
    ...section(t('Opened recently'), opened),
    ...section(t('Topics'), topicItems(entries)),
    ...section(t('Filter by'), filterItems()),
  ];
}

/** Rows below a separator; empty without rows. */
export function section(label: string, items: readonly SearchItem[]): readonly SearchItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function hitItem(hit: Hit): SearchItem {
  const { entry, variant, why } = hit;
  return { ...entryItem(entry, variant, why.passage?.text), target: targetOfHit(hit) };
}

/** Where a hit opens: at the post whose words match, at the head where none does. */
function targetOfHit({ variant: { language }, why: { passage }, highlights: words }: Hit): EntryTarget {
  const hasWords = passage !== undefined && passage.ranges.length > 0;
  return { language, words, ...(hasWords ? { post: passage.post } : {}) };
}

/** Values for the filter that is being typed at the end of the query. */
function completionItems(library: Library, query: string): readonly SearchItem[] {
  return library
    .completions(query, vscode.env.language)
    .slice(0, MAX_COMPLETIONS)
    .map(({ name, value, count, query: completed }) => ({
      label: withoutIcons(`${name}:${value}`),
      description: String(count),
      iconPath: new vscode.ThemeIcon('filter'),
      alwaysShow: true,
      query: completed,
    }));
}

/** The available filters. */
function filterItems(): readonly SearchItem[] {
  const rows = [
    ['symbol:', t('a Python name, such as symbol:scoped_session')],
    ['status:', t('answered, disputed, unanswered …')],
    ['archive:', t('one of the archives')],
    ['lang:', t('the language of the text: lang:ko, lang:en')],
  ] as const;
  return rows.map(([label, description]) => ({
    label,
    description,
    iconPath: new vscode.ThemeIcon('filter'),
    alwaysShow: true,
    query: label,
  }));
}

function topicItems(entries: readonly Entry[]): readonly SearchItem[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const topic of new Set(variantIn(entry, vscode.env.language).topics)) {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .slice(0, MAX_TOPICS)
    .map(([topic, count]) => ({
      label: withoutIcons(topic),
      description: String(count),
      iconPath: new vscode.ThemeIcon('tag'),
      alwaysShow: true,
      query: `${formatFilter('topic', topic)} `,
    }));
}

async function noResultItems(library: Library, query: string): Promise<readonly SearchItem[]> {
  const nearest = await library.nearest(query, MAX_NEAREST, vscode.env.language);
  const nearestItems = nearest.map(({ entry, variant }) => entryItem(entry, variant, undefined));
  return [
    ...section('', [
      messageItem(
        t('Nothing found for “{0}”', query),
        'info',
        t('Try fewer or different words, in Korean or English.'),
      ),
    ]),
    ...section(t('Similar titles'), nearestItems),
    ...copyQuestionItems(
      query,
      nearest.map(({ variant }) => variant.title),
    ),
  ];
}

/** The row that copies a question to ask people; `titles` are those of the nearest entries. */
export function copyQuestionItems(query: string, titles: readonly string[]): readonly SearchItem[] {
  return section(t('Ask the room'), [
    {
      ...messageItem(
        t('Copy a question for the room'),
        'copy',
        t('Includes your search, similar threads and prompts for details'),
      ),
      copyText: questionText(query, titles),
    },
  ]);
}

/** A question to paste into a chat room: the query, the nearest entries, and what helpers usually ask for. */
function questionText(query: string, titles: readonly string[]): string {
  const nearest =
    titles.length === 0
      ? [t('The archive has nothing similar.')]
      : [t('Related threads that did not help:'), ...titles.map((title) => `- ${title}`)];
  return [
    t('Question: {0}', query),
    '',
    ...nearest,
    '',
    t('What I want to do:'),
    t('What happens instead (error message, versions):'),
    '',
  ].join('\n');
}

/** A row with a message only. */
export function messageItem(text: string, icon: string, detail?: string): SearchItem {
  return {
    label: withoutIcons(text),
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A row that opens a variant of an entry. */
export function entryItem(entry: Entry, variant: Variant, passage: string | undefined): SearchItem {
  // Below the title, not beside it, where a long title would push it out of view.
  const facts = [variant.topics[0], statusLabel(entry.status), versionLabel(entry.versions)]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(' · ');
  return {
    label: withoutIcons(variant.title),
    detail: withoutIcons(passage === undefined || passage === '' ? facts : `${facts} — ${passage}`),
    iconPath: statusIcon(entry.status),
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: t('Open to the Side') }],
    alwaysShow: true,
    entry,
    variant,
  };
}

/** Escapes `$(name)`, which a quick pick renders as an icon: in archive text it may be a shell's `$(pwd)`. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\((?=[\w-]+(~\w+)?\))/g, '\\$(');
}
