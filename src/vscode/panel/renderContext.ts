import * as vscode from 'vscode';
import { documentLinks, type DocumentLinks } from '../../core/archive/documentLinks';
import type { Archive } from '../../core/archive/readArchive';
import type { Library } from '../../core/library/library';
import { variantsOf, type ArchiveId, type Entry } from '../../core/model';
import type { RenderContext } from '../../core/render/renderEntry';
import { panelLabels } from './panelLabels';
import { archiveTitle } from '../entries/labels';

/** What the renderer needs to know of an entry's surroundings. */
export function createRenderContext(library: Library, entry: Entry, webview: vscode.Webview): RenderContext {
  const archive = library.archiveOf(entry);
  const root = vscode.Uri.parse(archive?.root ?? '');
  return {
    words: panelLabels(),
    image: (path, modified) => {
      const address = webview.asWebviewUri(vscode.Uri.joinPath(root, ...path.split('/')));
      return (modified === undefined ? address : address.with({ query: `v=${String(modified)}` })).toString();
    },
    links: linksOf(library, entry.archive),
    related: library.relatedTo(entry),
    archive: archive === undefined ? entry.archive : archiveTitle(archive),
  };
}

/** The links of the archives of a library that were asked for. */
const linksIn = new WeakMap<Library, Map<ArchiveId, DocumentLinks>>();

function linksOf(library: Library, archive: ArchiveId): DocumentLinks {
  const known = linksIn.get(library) ?? new Map<ArchiveId, DocumentLinks>();
  linksIn.set(library, known);
  let links = known.get(archive);
  if (links === undefined) {
    links = documentLinks(library.entries().filter((entry) => entry.archive === archive));
    known.set(archive, links);
  }
  return links;
}

/** Where a page may load from: our own script and style, and the folders of the archives' pictures. */
export function imageRoots(extensionUri: vscode.Uri, library?: Library): readonly vscode.Uri[] {
  const own = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  return [own, ...(library?.archives ?? []).flatMap(rootsOf)];
}

/** An archive's own folder; of an archive of one file, which stands among others, the folders of its pictures only. */
function rootsOf({ location, root, entries }: Archive): readonly vscode.Uri[] {
  const folder = vscode.Uri.parse(root);
  if (location === root) return [folder];
  const pictures = entries.flatMap((entry) => variantsOf(entry).flatMap(({ images }) => images));
  const folders = new Set(
    pictures.flatMap(({ state, path }) =>
      state === 'present' && path !== undefined ? [path.slice(0, path.lastIndexOf('/') + 1)] : [],
    ),
  );
  return [...folders].sort().map((path) => vscode.Uri.joinPath(folder, path));
}
