/**
 * A companion extension of the window that `npm start` opens. Archive Answers itself opens nothing unasked.
 */
import * as vscode from 'vscode';

/** A short file of the example project, in which most names have answers. */
const FIRST_FILE = 'app/db.py';
const WALKTHROUGH = 'archive-answers.archive-answers#gettingStarted';

/** Opens a Python file and the walkthrough beside it, unless the window restored what was open before. */
export async function activate() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const isEmpty = vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
  if (folder === undefined || !isEmpty) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, FIRST_FILE), { preview: false });
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, true);
}
