import * as vscode from 'vscode';

/** The tab that is on top in a group of editors. */
export function activeTabIn(column: vscode.ViewColumn | undefined): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === column)?.activeTab;
}

/** Where a panel opens that has no place yet: beside what is written. */
export function defaultColumn(): vscode.ViewColumn {
  return vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

/** Longest title of a tab, in characters. */
const MAX_TITLE_LENGTH = 100;

/** A title as a tab shows it. */
export function tabTitle(title: string): string {
  const letters = Array.from(title);
  return letters.length <= MAX_TITLE_LENGTH
    ? title
    : `${letters.slice(0, MAX_TITLE_LENGTH).join('').trimEnd()}…`;
}

/** The tabs of webview panels of one type; the window puts a prefix of its own before it. */
export function webviewTabs(viewType: string): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

/** Brings a tab to the top of its group again without taking the focus; one of another extension's own stays where it is. */
export async function bringBack(tab: vscode.Tab): Promise<void> {
  const show = { viewColumn: tab.group.viewColumn, preserveFocus: true, preview: tab.isPreview };
  const { input } = tab;
  if (input instanceof vscode.TabInputText) await vscode.window.showTextDocument(input.uri, show);
  else if (input instanceof vscode.TabInputCustom) {
    await vscode.commands.executeCommand('vscode.openWith', input.uri, input.viewType, show);
  } else if (input instanceof vscode.TabInputNotebook) {
    await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(input.uri), show);
  } else if (input instanceof vscode.TabInputTextDiff) {
    const { original, modified } = input;
    await vscode.commands.executeCommand('vscode.diff', original, modified, tab.label, show);
  }
}
