import * as vscode from 'vscode';
import { GROUPINGS } from '../../core/library/grouping';
import { SORTINGS } from '../../core/library/sorting';
import { readQuery } from '../../protocol';
import type { RegisterCommand } from '../base/commands';
import { openAt } from '../entries/entryActions';
import type { Recents } from '../entries/recents';
import type { SelectedEntries } from '../entries/selectedEntries';
import { readRow, readRows } from './rowArguments';
import type { Sidebar } from './sidebar';

interface SidebarCommands {
  readonly command: RegisterCommand;
  readonly sidebar: Sidebar;
  readonly recents: Recents;
  readonly entriesOf: SelectedEntries;
}

/** Registers the commands of the sidebar, of bookmarks and of recent entries. */
export function registerSidebarCommands({ command, sidebar, recents, entriesOf }: SidebarCommands): void {
  command('filter', (text) => sidebar.applyFilter(typeof text === 'string' ? readQuery(text) : undefined));
  command('clearFilter', () => sidebar.clearFilter());
  for (const grouping of GROUPINGS) command(`groupBy.${grouping}`, () => sidebar.group(grouping));
  for (const sorting of SORTINGS) command(`sortBy.${sorting}`, () => sidebar.sort(sorting));
  command('revealEntry', () => sidebar.revealEntry());
  command('showProblems', () => sidebar.showProblems());
  command('openProblem', async (location: unknown, line: unknown) => {
    if (typeof location !== 'string' || !Number.isSafeInteger(line)) return;
    await openAt(vscode.Uri.parse(location), line as number);
  });
  command('markAllSeen', () => sidebar.markAllSeen());
  command('clearRecents', () => recents.clear());
  command('addBookmark', (target, targets) => sidebar.addBookmarks(entriesOf(target, targets)));
  command('removeBookmark', async (target, targets) => {
    const row = readRow(target);
    if (row !== undefined || target === undefined) await sidebar.removeBookmarks(row, readRows(targets));
  });
}
