import type * as vscode from 'vscode';
import { BOOKMARKS_KEY } from './bookmarks';
import { RECENTS_KEY } from './recents';
import { GROUPING_KEY, SORTING_KEY } from '../sidebar/sidebar';

/** Includes what belongs to the reader in Settings Sync; which entries are new depends on the machine. */
export function keepInSync(
  globalState: Pick<vscode.ExtensionContext['globalState'], 'setKeysForSync'>,
): void {
  globalState.setKeysForSync([BOOKMARKS_KEY, RECENTS_KEY, GROUPING_KEY, SORTING_KEY]);
}
