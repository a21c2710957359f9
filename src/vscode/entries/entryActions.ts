import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry, Variant } from '../../core/model';
import { t } from '../base/l10n';

/** The extension's own id, which its links name, and by which its folder is known. */
export const EXTENSION_ID = 'archive-answers.archive-answers';
const PATH = '/entry';
const QUERY = 'id=';

/** A link of VS Code's own scheme that opens the entry wherever the extension is installed. */
export function entryLink({ id }: Entry): string {
  // `encodeURI` leaves what structures a URI as it is; in an id it is text.
  const query = encodeURI(id).replace(/[#?&+]/g, encodeURIComponent);
  return `${vscode.env.uriScheme}://${EXTENSION_ID}${PATH}?${QUERY}${query}`;
}

/** The id in a link of ours, with whatever stands beside it, such as the window that it is for; else `undefined`. */
export function entryIdOfLink({ path, query }: vscode.Uri): string | undefined {
  // The query is decoded already: an `&` without a name behind it is of the id.
  return path === PATH ? /(?:^|&)id=(.+?)(?:&[a-z]\w*=.*)?$/is.exec(query)?.[1] : undefined;
}

/** Copies links, one a line. */
export async function copyLink(...entries: readonly Entry[]): Promise<void> {
  const done = entries.length === 1 ? t('Link copied') : t('{0} links copied', entries.length);
  await copyText(entries.map(entryLink).join('\n'), done);
}

/** Copies threads below one another, each under its own heading. */
export async function copyAsMarkdown(...variants: readonly Variant[]): Promise<void> {
  const { entryAsMarkdown } = await import('../lazy/render');
  const done =
    variants.length === 1
      ? t('Thread copied as Markdown')
      : t('{0} threads copied as Markdown', variants.length);
  await copyText(variants.map(entryAsMarkdown).join('\n'), done);
}

/** Puts a text on the clipboard, and says so in the status bar. */
export async function copyText(text: string, done: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${done}`, 3000);
}

/** Opens the document that an entry was read from, at the entry's line or another one, counted from one. */
export async function openSource(
  library: Library,
  entry: Entry,
  variant: Variant,
  viewColumn?: vscode.ViewColumn,
  line = variant.source.startLine,
): Promise<void> {
  const location = library.locate(entry, variant);
  await openAt(vscode.Uri.parse(location), line, viewColumn);
}

/** Opens a file of an archive, in the group of editors in use where none is named; `line` counts from one. */
export async function openAt(uri: vscode.Uri, line: number, viewColumn?: vscode.ViewColumn): Promise<void> {
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  const selection = new vscode.Range(at, at);
  await vscode.window.showTextDocument(
    uri,
    viewColumn === undefined ? { selection } : { selection, viewColumn },
  );
}
