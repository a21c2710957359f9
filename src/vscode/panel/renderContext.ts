import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { Entry, EntryId } from '../../core/model';
import type { RenderContext } from '../../core/render/html';
import { panelWords } from '../panelWords';

/** What the renderer needs to know of an entry's surroundings. */
export function contextOf(
  library: Library,
  entry: Entry,
  webview: vscode.Webview,
  comparison: string,
): RenderContext {
  const archive = library.archiveOf(entry);
  const root = vscode.Uri.parse(archive?.root ?? '');
  return {
    words: panelWords(),
    image: (path) => webview.asWebviewUri(vscode.Uri.joinPath(root, ...path.split('/'))).toString(),
    entryAt: (document) => entryAt(library, entry, document),
    related: library.relatedTo(entry),
    archive: archive?.titles[vscode.env.language] ?? archive?.title ?? entry.archive,
    ...(comparison === '' ? {} : { comparison }),
  };
}

function entryAt(library: Library, from: Entry, document: string): EntryId | undefined {
  const target = library
    .entries()
    .find((entry) => entry.archive === from.archive && entry.source.document.normalize('NFC') === document);
  return target?.id;
}

/** Where a page may load from: our own script and style, and the folders of the archives. */
export function imageRoots(extensionUri: vscode.Uri, library?: Library): readonly vscode.Uri[] {
  const own = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  return [own, ...(library?.archives ?? []).map(({ root }) => vscode.Uri.parse(root))];
}
