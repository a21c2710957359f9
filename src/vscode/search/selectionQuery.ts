import * as vscode from 'vscode';

/** Characters of the selection that are used as a query. */
const MAX_SELECTION_LENGTH = 200;

/** A query from the active editor: its selected text on one line, else the word under the cursor. */
export function selectionQuery(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return '';
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  if (range === undefined) return '';
  return document.getText(range).replace(/\s+/g, ' ').trim().slice(0, MAX_SELECTION_LENGTH);
}
