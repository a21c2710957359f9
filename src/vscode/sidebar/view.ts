import * as vscode from 'vscode';
import { entryDrag, type Draggable } from './drag';

/** The options of every view of entries: several rows can be selected and dragged. */
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
