import * as vscode from 'vscode';

/** Tells menus and keys a fact, under our own prefix: `isFiltered` is `archiveAnswers.isFiltered` there. */
export async function setContext(name: string, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', `archiveAnswers.${name}`, value);
}
