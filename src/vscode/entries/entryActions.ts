import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry, Variant } from '../../core/model';
import { readEntryId } from '../../protocol';
import { t } from '../base/l10n';

/** The extension's id, as in its links. */
export const EXTENSION_ID = 'archive-answers.archive-answers';
const PATH = '/entry';
const QUERY = 'id=';
/** UTF-16 units of the query of a link: of an id, and of parameters that VS Code adds. */
const MAX_QUERY_LENGTH = 8_000;

/** A link with VS Code's URI scheme, which opens the entry wherever the extension is installed. */
export function entryLink({ id }: Entry): string {
  // `encodeURI` throws at half a surrogate pair, and leaves delimiters of a URI unescaped; in an id they are text.
  const query = encodeURI(id.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[#?&+]/g, encodeURIComponent);
  return `${vscode.env.uriScheme}://${EXTENSION_ID}${PATH}?${QUERY}${query}`;
}

/** The entry id in a link that `entryLink` has made, ignoring further parameters such as `windowId`; else `undefined`. */
export function entryIdOfLink({ path, query }: vscode.Uri): string | undefined {
  // The query is decoded already: an `&` that no parameter name follows belongs to the id.
  if (path !== PATH || query.length > MAX_QUERY_LENGTH) return undefined;
  return readEntryId(/(?:^|&)id=(.+?)(?:&[a-z]\w*=.*)?$/is.exec(query)?.[1]);
}

/** Copies links to entries, one per line. */
export async function copyLink(...entries: readonly Entry[]): Promise<void> {
  const done = entries.length === 1 ? t('Link copied') : t('{0} links copied', entries.length);
  await copyText(entries.map(entryLink).join('\n'), done);
}

/** Copies threads one after the other, each under its own heading. */
export async function copyAsMarkdown(...variants: readonly Variant[]): Promise<void> {
  const { entryAsMarkdown } = await import('../lazy/render');
  const done =
    variants.length === 1
      ? t('Thread copied as Markdown')
      : t('{0} threads copied as Markdown', variants.length);
  await copyText(variants.map(entryAsMarkdown).join('\n'), done);
}

/** Copies a text to the clipboard and confirms it in the status bar. */
export async function copyText(text: string, done: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${done}`, 3000);
}

/** Opens the source document of an entry at the entry's line, or at another one, counted from one. */
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

/** Opens a file of an archive, by default in the active group of editors; `line` counts from one. */
export async function openAt(uri: vscode.Uri, line: number, viewColumn?: vscode.ViewColumn): Promise<void> {
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  const selection = new vscode.Range(at, at);
  await vscode.window.showTextDocument(
    uri,
    viewColumn === undefined ? { selection } : { selection, viewColumn },
  );
}
