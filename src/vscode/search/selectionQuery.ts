import * as vscode from 'vscode';

/** Longest selection taken for a query, in characters. */
const MAX_SELECTION_LENGTH = 200;

/** What the editor in use is about: its selected text on one line, else the name under the cursor. */
export function selectionQuery(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return '';
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  if (range === undefined) return '';
  return document.getText(range).replace(/\s+/g, ' ').trim().slice(0, MAX_SELECTION_LENGTH);
}
