import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { variantIn, type Entry, type Variant } from '../core/model';
import { filterText } from '../core/search/query';
import type { Cancellation } from '../core/search/index';
import { statusIcon, statusWord, versionWords } from './words';

/** A row of the search: an entry to open, a query to go on with, or words only. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly entry?: Entry;
  readonly variant?: Variant;
  readonly query?: string;
}

/** Rows of each kind that are shown before anything is typed. */
const MOST_RECENT = 5;
const MOST_TOPICS = 30;
const NEAREST = 3;

/**
 * What the list shows for a query; never rejects, a failure is a row. Every list begins with a separator: a quick pick
 * tells its active row by index, and a late word about the last list must not be taken for a movement in this one.
 */
export async function itemsFor(
  library: Library,
  query: string,
  recents: readonly string[],
  signal: Cancellation,
): Promise<readonly SearchItem[]> {
  if (query === '') return beforeTyping(library, recents);
  try {
    const hits = await library.search(query, { signal, language: vscode.env.language });
    if (hits.length === 0 && !signal.aborted) return await nothingFound(library, query);
    const found = hits.map(({ entry, variant, why }) => entryItem(entry, variant, why.passage?.text));
    return section(vscode.l10n.t('Best matches'), found);
  } catch (error) {
    return section('', [words(vscode.l10n.t('The search failed: {0}', String(error)), 'error')]);
  }
}

/** What was opened last, then the topics; without any archive, what to do. */
function beforeTyping(library: Library, recents: readonly string[]): readonly SearchItem[] {
  const entries = library.entries();
  if (entries.length === 0) {
    return section('', [
      words(
        vscode.l10n.t('There is no archive to search.'),
        'info',
        vscode.l10n.t('Run “Archive Answers: Add Archive…” to add one.'),
      ),
    ]);
  }
  const opened = recents
    .flatMap((id) => library.entry(id) ?? [])
    .slice(0, MOST_RECENT)
    .map((entry) => entryItem(entry, variantIn(entry, vscode.env.language), undefined));
  return [
    ...section(vscode.l10n.t('Opened last'), opened),
    ...section(vscode.l10n.t('Topics'), topicItems(entries)),
  ];
}

function section(label: string, items: readonly SearchItem[]): readonly SearchItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
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
    .slice(0, MOST_TOPICS)
    .map(([topic, count]) => ({
      label: withoutIcons(topic),
      description: String(count),
      iconPath: new vscode.ThemeIcon('tag'),
      alwaysShow: true,
      query: `${filterText('topic', topic)} `,
    }));
}

async function nothingFound(library: Library, query: string): Promise<readonly SearchItem[]> {
  const near = await library.nearest(query, NEAREST, vscode.env.language);
  const nearest = near.map(({ entry, variant }) => entryItem(entry, variant, undefined));
  return [
    ...section('', [
      words(
        vscode.l10n.t('Nothing found for “{0}”', query),
        'info',
        vscode.l10n.t('Try fewer or other words, in Korean or English.'),
      ),
    ]),
    ...section(vscode.l10n.t('Nearest titles'), nearest),
  ];
}

function words(text: string, icon: string, detail?: string): SearchItem {
  return {
    label: withoutIcons(text),
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    ...(detail === undefined ? {} : { detail }),
  };
}

function entryItem(entry: Entry, variant: Variant, passage: string | undefined): SearchItem {
  // Below the title, not beside it: a long question would push them out of sight.
  const facts = [variant.topics[0], statusWord(entry.status), versionWords(entry.versions)]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(' · ');
  return {
    label: withoutIcons(variant.title),
    detail: withoutIcons(passage === undefined || passage === '' ? facts : `${facts} — ${passage}`),
    iconPath: statusIcon(entry.status),
    buttons: [
      { iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') },
    ],
    alwaysShow: true,
    entry,
    variant,
  };
}

/** A quick pick draws `$(name)` as an icon; in text of others it is a shell's `$(pwd)`. */
function withoutIcons(text: string): string {
  return text.replace(/\$\((?=[\w-]+(~\w+)?\))/g, '\\$(');
}
