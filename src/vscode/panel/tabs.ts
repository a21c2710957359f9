import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';

/** The active tab of a group of editors. */
export function activeTabIn(column: vscode.ViewColumn | undefined): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === column)?.activeTab;
}

/** The group of editors for a new panel: beside the active editor, if there is one. */
export function defaultColumn(): vscode.ViewColumn {
  return vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

/** In characters. */
const MAX_TITLE_LENGTH = 100;

/** A title without hidden characters, truncated for a tab. */
export function tabTitle(title: string): string {
  const shown = withoutHidden(title);
  const letters = Array.from(shown);
  return letters.length <= MAX_TITLE_LENGTH
    ? shown
    : `${letters.slice(0, MAX_TITLE_LENGTH).join('').trimEnd()}…`;
}

/** The tabs of webview panels of a view type, which VS Code prefixes in tab inputs. */
export function webviewTabs(viewType: string): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

/** Activates a tab in its group again, without focusing it. Webviews of other extensions cannot be activated. */
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
