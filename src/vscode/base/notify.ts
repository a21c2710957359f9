import * as vscode from 'vscode';

/**
 * Notifications of ours. VS Code makes links of `[text](command:…)` in them, which run without being asked about; what
 * archives, links and errors say must not become one.
 *
 * @returns The action that was chosen, if any.
 */
export const notify = {
  info: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showInformationMessage(withoutLinks(message), ...actions),
  warn: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showWarningMessage(withoutLinks(message), ...actions),
  error: (message: string, ...actions: string[]): Thenable<string | undefined> =>
    vscode.window.showErrorMessage(withoutLinks(message), ...actions),
};

/** A space without width between the brackets: the text reads the same, and is no link. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
