import * as vscode from 'vscode';
import { joinCells } from '../core/python/notebook';

/** The Python text that a document is read in: its own, or that of its notebook. */
export interface JoinedText {
  /** What it is read for: the document, or the notebook. */
  readonly owner: object;
  readonly path: string;
  readonly text: string;
  /** Where the document is in it. */
  readonly start: number;
  readonly end: number;
}

/** Cells of a notebook are read together: what one defines, those below it see. */
export function joinedText(document: vscode.TextDocument): JoinedText {
  const own = document.getText();
  const notebook = vscode.workspace.notebookDocuments.find((one) =>
    one.getCells().some((cell) => cell.document === document),
  );
  if (notebook === undefined) {
    return { owner: document, path: document.uri.path, text: own, start: 0, end: own.length };
  }
  const cells = notebook.getCells().filter((cell) => cell.document.languageId === 'python');
  const { text, starts } = joinCells(cells.map((cell) => cell.document.getText()));
  const start = starts[cells.findIndex((cell) => cell.document === document)] ?? 0;
  return { owner: notebook, path: notebook.uri.path, text, start, end: start + own.length };
}
