import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Entry, Variant } from '../core/model';
import { t } from './l10n';

/** The extension's own id, which its links name. */
const EXTENSION = 'archive-answers.archive-answers';
const PATH = '/entry';
const QUERY = 'id=';

/** A link of VS Code's own scheme that opens the entry wherever the extension is installed. */
function entryLink({ id }: Entry): string {
  // `encodeURI` leaves what structures a URI as it is; in an id it is text.
  const query = encodeURI(id).replace(/[#?&+]/g, encodeURIComponent);
  return `${vscode.env.uriScheme}://${EXTENSION}${PATH}?${QUERY}${query}`;
}

/** The id in a link of ours, else `undefined`. */
export function entryOfLink({ path, query }: vscode.Uri): string | undefined {
  return path === PATH && query.startsWith(QUERY) ? query.slice(QUERY.length) : undefined;
}

export async function copyLink(entry: Entry): Promise<void> {
  await copyText(entryLink(entry), t('Link copied'));
}

export async function copyAsMarkdown(variant: Variant): Promise<void> {
  const { entryAsMarkdown } = await import('./lazy/render');
  await copyText(entryAsMarkdown(variant), t('Thread copied as Markdown'));
}

/** Puts a text on the clipboard, and says so in the status bar. */
export async function copyText(text: string, done: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${done}`, 3000);
}

/** Opens the document that an entry was read from, at the entry's line. */
export async function openSource(library: Library, entry: Entry, variant: Variant): Promise<void> {
  const location = library.locate(entry, variant);
  await openAt(vscode.Uri.parse(location), variant.source.startLine);
}

/** Opens a file of an archive; `line` counts from one. */
export async function openAt(uri: vscode.Uri, line: number): Promise<void> {
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
