import * as vscode from 'vscode';
import { joinCells } from '../../core/python/notebook';

/** The Python code that a document is analysed in: its own, or that of its whole notebook. */
export interface JoinedText {
  /** The document or the notebook. */
  readonly owner: object;
  readonly path: string;
  readonly text: string;
  /** The range of the document in the text. */
  readonly start: number;
  readonly end: number;
}

/** Joins the cells of a notebook, as later cells see the names that earlier ones define. */
export function joinedText(document: vscode.TextDocument): JoinedText {
  const documents = joinedDocuments(document);
  const documentText = document.getText();
  const notebook = notebookOf(document);
  if (notebook === undefined) {
    return {
      owner: document,
      path: document.uri.path,
      text: documentText,
      start: 0,
      end: documentText.length,
    };
  }
  const { text, starts } = joinCells(documents.map((cell) => cell.getText()));
  const start = starts[documents.indexOf(document)] ?? 0;
  return { owner: notebook, path: notebook.uri.path, text, start, end: start + documentText.length };
}

/** The documents that are analysed together with one: the notebook's Python cells, or only itself. */
export function joinedDocuments(document: vscode.TextDocument): readonly vscode.TextDocument[] {
  const cells = notebookOf(document)?.getCells() ?? [];
  const documents = cells.map((cell) => cell.document).filter(({ languageId }) => languageId === 'python');
  return documents.length === 0 ? [document] : documents;
}

function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}
