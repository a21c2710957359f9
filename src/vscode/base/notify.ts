import * as vscode from 'vscode';

/**
 * Shows notifications. VS Code turns `[text](command:…)` in them into links that run a command without confirmation, so
 * that text from archives, links and errors must not contain any.
 *
 * @returns The chosen action, if any.
 */
export const notify = {
  info: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showInformationMessage(withoutLinks(message), ...actions),
  warn: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showWarningMessage(withoutLinks(message), ...actions),
  error: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showErrorMessage(withoutLinks(message), ...actions),
};

/** Inserts a zero-width space between the brackets: the text looks the same and is not a link. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
