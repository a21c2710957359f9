/**
 * A companion extension of the window that `npm start` opens. Archive Answers itself opens nothing unasked.
 */
import * as vscode from 'vscode';

/** A short file of the example project, in which most names have answers. */
const FIRST_FILE = 'app/db.py';
const WALKTHROUGH = 'archive-answers.archive-answers#gettingStarted';

export async function activate() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder !== undefined) await openFirstEditors(vscode.Uri.joinPath(folder.uri, FIRST_FILE));
}

/**
 * Opens a Python file and the walkthrough beside it, unless the window has restored what was open before.
 *
 * @param {vscode.Uri} file
 */
export async function openFirstEditors(file) {
  if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await vscode.window.showTextDocument(file, { preview: false });
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, true);
  // Otherwise the first answer would take the place of the walkthrough's tab.
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}
