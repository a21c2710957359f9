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
  const walkthrough = walkthroughTab();
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, true);
  await walkthrough;
  // A preview: the first answer would take its place.
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}

/** Resolves once the walkthrough is the active tab, which it is not yet when the command that opens it returns. */
function walkthroughTab() {
  return new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    const { tabGroups } = vscode.window;
    const listener = vscode.Disposable.from(
      tabGroups.onDidChangeTabs(resolveIfActive),
      tabGroups.onDidChangeTabGroups(resolveIfActive),
    );
    function resolveIfActive() {
      const { activeTab } = tabGroups.activeTabGroup;
      // VS Code does not tell extensions what a tab of its own contains.
      if (activeTab === undefined || activeTab.input !== undefined) return;
      listener.dispose();
      resolve();
    }
  });
}
