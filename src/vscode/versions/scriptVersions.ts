import * as vscode from 'vscode';
import type { ProjectVersion } from '../../core/versions/projectVersion';
import { createYielder } from '../base/timeSlice';

/** What was read of a document, with the version of its text. */
const READ = new WeakMap<
  vscode.TextDocument,
  { readonly version: number; readonly versions: readonly ProjectVersion[] }
>();

/** The versions that an open Python script, or any cell of an open notebook, requires in its inline metadata. */
export async function readScriptVersions(uri: vscode.Uri): Promise<readonly ProjectVersion[]> {
  const key = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some(({ document }) => document.uri.toString() === key),
  );
  const documents =
    notebook?.getCells().map(({ document }) => document) ??
    vscode.workspace.textDocuments.filter((document) => document.uri.toString() === key);
  const read: ProjectVersion[] = [];
  for (const document of documents) read.push(...(await readDocument(document)));
  return read;
}

async function readDocument(document: vscode.TextDocument): Promise<readonly ProjectVersion[]> {
  const { version } = document;
  const before = READ.get(document);
  if (before?.version === version) return before.versions;
  const { readScriptMetadata } = await import('../lazy/library');
  const versions = await readScriptMetadata(document.getText(), createYielder());
  READ.set(document, { version, versions });
  return versions;
}
