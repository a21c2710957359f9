import * as vscode from 'vscode';
import { groupByStatus, groupBySymbol, type Grouping } from '../../core/library/grouping';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { topicLevel } from '../../core/library/topics';
import { t } from '../base/l10n';
import { archiveTitle, displayPath, statusIcon, statusLabel } from '../entries/labels';

/** A group of entries before it is a row. */
export interface Group {
  /** What it is called among its neighbours; any text. */
  readonly key: string;
  readonly label: string;
  readonly icon: vscode.ThemeIcon;
  readonly detail?: string;
  readonly tooltip?: string;
  readonly entries: readonly Entry[];
  /** What lies directly in it. */
  content(): GroupContent;
}

/** What lies side by side: groups first. */
export interface GroupContent {
  readonly groups: readonly Group[];
  readonly entries: readonly Entry[];
}

/** Entries in groups, each in the order they came in. */
export function groupsOf(grouping: Grouping, library: Library, entries: readonly Entry[]): GroupContent {
  switch (grouping) {
    case 'topic':
      return topicRows(entries);
    case 'archive':
      return archiveRows(library, entries);
    case 'symbol':
      return symbolRows(entries);
    case 'status':
      return statusRows(entries);
    case 'none':
      return only(entries);
  }
}

function only(entries: readonly Entry[]): GroupContent {
  return { groups: [], entries };
}

function topicRows(entries: readonly Entry[], path: readonly string[] = []): GroupContent {
  const level = topicLevel(entries, vscode.env.language, path);
  const groups = level.groups.map((group): Group => ({
    key: group.topic,
    label: group.topic,
    icon: new vscode.ThemeIcon('tag'),
    entries: group.entries,
    content: () => topicRows(group.entries, group.path),
  }));
  return { groups, entries: level.entries };
}

function archiveRows({ archives }: Library, entries: readonly Entry[]): GroupContent {
  const byArchive = new Map<string, Entry[]>(archives.map(({ id }) => [id, []]));
  for (const entry of entries) byArchive.get(entry.archive)?.push(entry);
  const groups = archives.flatMap((archive): Group[] => {
    const { id, description, location } = archive;
    const own = byArchive.get(id) ?? [];
    if (own.length === 0) return [];
    return [
      {
        key: id,
        label: archiveTitle(archive),
        icon: new vscode.ThemeIcon('archive'),
        tooltip: [description, displayPath(location)].filter((text) => text !== undefined).join('\n'),
        entries: own,
        content: () => topicRows(own),
      },
    ];
  });
  return { groups, entries: [] };
}

function symbolRows(entries: readonly Entry[]): GroupContent {
  const { groups, without } = groupBySymbol(entries);
  const rows = groups.map(({ name, entries: own }): Group => {
    const dot = name.lastIndexOf('.');
    return {
      key: name,
      label: name.slice(dot + 1),
      icon: new vscode.ThemeIcon('symbol-class'),
      detail: name.slice(0, Math.max(0, dot)),
      tooltip: name,
      entries: own,
      content: () => only(own),
    };
  });
  const rest: Group = {
    key: '',
    label: t('Without a symbol'),
    icon: new vscode.ThemeIcon('circle-slash'),
    entries: without,
    content: () => only(without),
  };
  return { groups: without.length === 0 ? rows : [...rows, rest], entries: [] };
}

function statusRows(entries: readonly Entry[]): GroupContent {
  const groups = groupByStatus(entries).map(({ status, entries: own }): Group => ({
    key: status,
    label: statusLabel(status),
    icon: statusIcon(status),
    entries: own,
    content: () => only(own),
  }));
  return { groups, entries: [] };
}
