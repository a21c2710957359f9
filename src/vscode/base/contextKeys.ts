import * as vscode from 'vscode';

/** Sets a context key for `when` clauses, under the extension's prefix: `isFiltered` sets `archiveAnswers.isFiltered`. */
export async function setContext(name: string, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', `archiveAnswers.${name}`, value);
}
