import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { topicCounts } from '../../core/library/topics';
import type { Entry } from '../../core/model';
import type { Completion } from '../../core/search/filterCompletions';
import { formatFilter, type QueryFilter } from '../../core/search/filters';
import { t } from '../base/l10n';
import { messageItem, section, withoutIcons, type SearchItem } from './rows';

const MAX_TOPICS = 30;
const MAX_COMPLETIONS = 8;
const MAX_VALUES = 20;
/** Values in a sentence. */
const MAX_NAMED = 8;

/** Values for the filter that is being typed at the end of the query. */
export function completionItems(library: Library, query: string): readonly SearchItem[] {
  return library.completions(query, vscode.env.language).slice(0, MAX_COMPLETIONS).map(valueItem);
}

/** Names each filter whose value no entry has, and offers the values there are. */
export function unknownFilterItems(library: Library, query: string): readonly SearchItem[] {
  return library
    .unknownFilters(query, vscode.env.language)
    .flatMap((filter) => [
      ...section('', [messageItem(unknownValueLabel(filter), 'info')]),
      ...section(t('Filter values'), filter.values.slice(0, MAX_VALUES).map(valueItem)),
    ]);
}

/** Names the first filter of a query whose value no entry has, and those there are; `undefined` if there is none. */
export function unknownValueText(
  library: Pick<Library, 'unknownFilters'>,
  query: string,
): string | undefined {
  const [filter] = library.unknownFilters(query, vscode.env.language);
  if (filter === undefined) return undefined;
  const named = filter.values.slice(0, MAX_NAMED).map(({ value }) => value);
  const more = filter.values.length > named.length ? ', …' : '';
  return `${unknownValueLabel(filter)} ${t('Known values: {0}', `${named.join(', ')}${more}`)}`;
}

function unknownValueLabel({ name, value }: QueryFilter): string {
  switch (name) {
    case 'topic':
      return t('No entry has the topic “{0}”.', value);
    case 'symbol':
      return t('No entry is about the symbol “{0}”.', value);
    case 'status':
      return t('No entry has the status “{0}”.', value);
    case 'archive':
      return t('No archive is named “{0}”.', value);
    case 'lang':
      return t('No entry is in the language “{0}”.', value);
  }
}

function valueItem({ name, value, count, query }: Completion): SearchItem {
  return {
    label: withoutIcons(`${name}:${value}`),
    description: String(count),
    iconPath: new vscode.ThemeIcon('filter'),
    alwaysShow: true,
    query,
  };
}

/** The available filters. */
export function filterItems(): readonly SearchItem[] {
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

export function topicItems(entries: readonly Entry[]): readonly SearchItem[] {
  return topicCounts(entries, vscode.env.language)
    .slice(0, MAX_TOPICS)
    .map(({ topic, count }) => ({
      label: withoutIcons(topic),
      description: String(count),
      iconPath: new vscode.ThemeIcon('tag'),
      alwaysShow: true,
      query: `${formatFilter('topic', topic)} `,
    }));
}
