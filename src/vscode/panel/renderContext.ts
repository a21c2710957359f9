import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { ArchiveId, Entry, EntryId } from '../../core/model';
import type { RenderContext } from '../../core/render/html';
import { panelWords } from '../panelWords';
import { archiveTitle } from '../words';

/** What the renderer needs to know of an entry's surroundings. */
export function contextOf(library: Library, entry: Entry, webview: vscode.Webview): RenderContext {
  const archive = library.archiveOf(entry);
  const root = vscode.Uri.parse(archive?.root ?? '');
  return {
    words: panelWords(),
    image: (path) => webview.asWebviewUri(vscode.Uri.joinPath(root, ...path.split('/'))).toString(),
    entryAt: (document) => entriesAt(library, entry.archive).get(document),
    related: library.relatedTo(entry),
    archive: archive === undefined ? entry.archive : archiveTitle(archive),
  };
}

/** The first entry of each document, by the archives of a library that were asked for. */
const firstEntries = new WeakMap<Library, Map<ArchiveId, ReadonlyMap<string, EntryId>>>();

function entriesAt(library: Library, archive: ArchiveId): ReadonlyMap<string, EntryId> {
  const known = firstEntries.get(library) ?? new Map<ArchiveId, ReadonlyMap<string, EntryId>>();
  firstEntries.set(library, known);
  let entries = known.get(archive);
  if (entries === undefined) {
    const own = library.entries().filter((entry) => entry.archive === archive);
    // Of several entries of a document the first one counts: it is set last.
    entries = new Map(own.toReversed().map(({ id, source }) => [source.document.normalize('NFC'), id]));
    known.set(archive, entries);
  }
  return entries;
}

/** Where a page may load from: our own script and style, and the folders of the archives. */
export function imageRoots(extensionUri: vscode.Uri, library?: Library): readonly vscode.Uri[] {
  const own = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  return [own, ...(library?.archives ?? []).map(({ root }) => vscode.Uri.parse(root))];
}
