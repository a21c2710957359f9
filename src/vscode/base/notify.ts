import * as vscode from 'vscode';
import { oneLine, shorten } from '../../core/text/shorten';

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
    vscode.window.showInformationMessage(shown(message), ...actions),
  warn: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showWarningMessage(shown(message), ...actions),
  error: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showErrorMessage(shown(message), ...actions),
};

/** Inserts a zero-width space between the brackets of links: the text looks the same and is not a link. */
function shown(message: string): string {
  return shorten(oneLine(message), MAX_MESSAGE_LENGTH).replaceAll('](', ']\u200b(');
}
