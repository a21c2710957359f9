import * as vscode from 'vscode';
import { entryDrag, type Draggable } from './drag';

/** What every view of entries can do: its rows are selected and dragged, several at once too. */
export function entriesViewOptions<Node extends Draggable>(
  tree: vscode.TreeDataProvider<Node>,
): vscode.TreeViewOptions<Node> {
  return {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: entryDrag,
  };
}

export function createEntriesView<Node extends Draggable>(
  id: string,
  tree: vscode.TreeDataProvider<Node>,
): vscode.TreeView<Node> {
  return vscode.window.createTreeView(id, entriesViewOptions(tree));
}
