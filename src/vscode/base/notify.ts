import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import { shorten } from '../../core/text/shorten';

/** Characters of the longest message: VS Code cuts longer ones, after it has passed them on in full. */
const MAX_MESSAGE_LENGTH = 1_000;

/**
 * Shows notifications, on one line without invisible characters. VS Code turns `[text](command:…)` in them into links
 * that run a command without confirmation, so that text from archives, links and errors must not contain any.
 *
 * @returns The chosen action, if any.
 */
export const notify = {
  info: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showInformationMessage(plain(message), ...actions),
  warn: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showWarningMessage(plain(message), ...actions),
  error: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showErrorMessage(plain(message), ...actions),
};

/** No hidden characters, and a zero-width space of our own between the brackets: the text looks the same and is not a link. */
function plain(text: string): string {
  return withoutHidden(shorten(text, MAX_MESSAGE_LENGTH)).replaceAll('](', ']\u200b(');
}
