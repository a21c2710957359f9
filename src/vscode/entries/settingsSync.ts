import type * as vscode from 'vscode';
import { BOOKMARKS_KEY } from './bookmarks';
import { RECENTS_KEY } from './recents';
import { GROUPING_KEY, SORTING_KEY } from '../sidebar/sidebar';

/** Lets settings sync take along what is the reader's on every machine. What is new is about this one. */
export function keepInSync(memory: Pick<vscode.ExtensionContext['globalState'], 'setKeysForSync'>): void {
  memory.setKeysForSync([BOOKMARKS_KEY, RECENTS_KEY, GROUPING_KEY, SORTING_KEY]);
}
