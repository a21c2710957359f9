import * as vscode from 'vscode';
import { groupByStatus, groupBySymbol, type Grouping } from '../../core/library/grouping';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { topicLevel } from '../../core/library/topics';
import { t } from '../base/l10n';
import { archiveTitle, displayPath, statusIcon, statusLabel } from '../entries/labels';
import { archiveLocation } from '../library/archiveLocation';

/** A group of entries, independent of its row. */
export interface Group {
  /** Unique among its siblings; any text. */
  readonly key: string;
  readonly label: string;
  readonly icon: vscode.ThemeIcon;
  readonly detail?: string;
  readonly tooltip?: string;
  /** Location of the archive that the group is, if it is from the settings. */
  readonly source?: string;
  readonly entries: readonly Entry[];
  /** Its direct content. */
  content(): GroupContent;
}

/** Siblings: the groups come first. */
export interface GroupContent {
  readonly groups: readonly Group[];
  readonly entries: readonly Entry[];
}

/** Groups entries. Each group keeps their order. */
export function groupEntries(grouping: Grouping, library: Library, entries: readonly Entry[]): GroupContent {
  switch (grouping) {
    case 'topic':
      return topicGroups(entries);
    case 'archive':
      return archiveGroups(library, entries);
    case 'symbol':
      return symbolGroups(library, entries);
    case 'status':
      return statusGroups(entries);
    case 'none':
      return ungrouped(entries);
  }
}

function ungrouped(entries: readonly Entry[]): GroupContent {
  return { groups: [], entries };
}

function topicGroups(entries: readonly Entry[], path: readonly string[] = []): GroupContent {
  const level = topicLevel(entries, vscode.env.language, path);
  const groups = level.groups.map((group): Group => ({
    key: group.topic,
    label: group.topic,
    icon: new vscode.ThemeIcon('tag'),
    entries: group.entries,
    content: () => topicGroups(group.entries, group.path),
  }));
  return { groups, entries: level.entries };
}

function archiveGroups({ archives }: Library, entries: readonly Entry[]): GroupContent {
  const byArchive = new Map<string, Entry[]>(archives.map(({ id }) => [id, []]));
  for (const entry of entries) byArchive.get(entry.archive)?.push(entry);
  const groups = archives.flatMap((archive): Group[] => {
    const { id, description, location } = archive;
    const members = byArchive.get(id) ?? [];
    if (members.length === 0) return [];
    const source = archiveLocation(archive);
    return [
      {
        key: id,
        label: archiveTitle(archive),
        icon: new vscode.ThemeIcon('archive'),
        tooltip: [description, displayPath(location)].filter((text) => text !== undefined).join('\n'),
        entries: members,
        ...(source === undefined ? {} : { source }),
        content: () => topicGroups(members),
      },
    ];
  });
  return { groups, entries: [] };
}

function symbolGroups(library: Library, entries: readonly Entry[]): GroupContent {
  const { groups, without } = groupBySymbol(entries, (entry) => library.symbolsOf(entry));
  const rows = groups.map(({ name, entries: members }): Group => {
    const dot = name.lastIndexOf('.');
    return {
      key: name,
      label: name.slice(dot + 1),
      icon: new vscode.ThemeIcon('symbol-class'),
      detail: name.slice(0, Math.max(0, dot)),
      tooltip: name,
      entries: members,
      content: () => ungrouped(members),
    };
  });
  const rest: Group = {
    key: '',
    label: t('Without a symbol'),
    icon: new vscode.ThemeIcon('circle-slash'),
    entries: without,
    content: () => ungrouped(without),
  };
  return { groups: without.length === 0 ? rows : [...rows, rest], entries: [] };
}

function statusGroups(entries: readonly Entry[]): GroupContent {
  const groups = groupByStatus(entries).map(({ status, entries: members }): Group => ({
    key: status,
    label: statusLabel(status),
    icon: statusIcon(status),
    entries: members,
    content: () => ungrouped(members),
  }));
  return { groups, entries: [] };
}
