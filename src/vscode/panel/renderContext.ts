import * as vscode from 'vscode';
import type { DocumentLinks } from '../../core/archive/documentLinks';
import type { Archive } from '../../core/archive/readArchive';
import type { Library } from '../../core/library/library';
import { variantsOf, type ArchiveId, type Entry } from '../../core/model';
import type { RenderContext } from '../../core/render/renderContext';
import { panelLabels } from './panelLabels';
import { archiveTitle } from '../entries/labels';
import type * as bundle from '../lazy/render';

/** The library's part in rendering an entry: its archive, links and related entries. */
export function createRenderContext(
  library: Library,
  entry: Entry,
  webview: vscode.Webview,
  { documentLinks }: typeof bundle,
): RenderContext {
  const archive = library.archiveOf(entry);
  const root = vscode.Uri.parse(archive?.root ?? '');
  return {
    labels: panelLabels(),
    imageUrl: (path, modified) => {
      const uri = webview.asWebviewUri(vscode.Uri.joinPath(root, ...path.split('/')));
      // The query makes the browser load a changed image again.
      return (modified === undefined ? uri : uri.with({ query: `v=${String(modified)}` })).toString();
    },
    links: linksOf(library, entry.archive, documentLinks),
    related: library.relatedTo(entry),
    archiveTitle: archive === undefined ? entry.archive : archiveTitle(archive),
  };
}

/** Cached links, by library and archive. */
const linksByLibrary = new WeakMap<Library, Map<ArchiveId, DocumentLinks>>();

function linksOf(
  library: Library,
  archive: ArchiveId,
  documentLinks: (typeof bundle)['documentLinks'],
): DocumentLinks {
  const cached = linksByLibrary.get(library) ?? new Map<ArchiveId, DocumentLinks>();
  linksByLibrary.set(library, cached);
  let links = cached.get(archive);
  if (links === undefined) {
    links = documentLinks(library.entries().filter((entry) => entry.archive === archive));
    cached.set(archive, links);
  }
  return links;
}

/** The folders that a page may load from: those of its own script and style sheet, and of the archives' images. */
export function imageRoots(extensionUri: vscode.Uri, library?: Library): readonly vscode.Uri[] {
  const own = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  return [own, ...(library?.archives ?? []).flatMap(rootsOf)];
}

/** An archive's folder; for a single file, which may have unrelated neighbours, only the folders of its images. */
function rootsOf({ location, root, entries }: Archive): readonly vscode.Uri[] {
  const folder = vscode.Uri.parse(root);
  if (location === root) return [folder];
  const images = entries.flatMap((entry) => variantsOf(entry).flatMap((variant) => variant.images));
  const folders = new Set(
    images.flatMap(({ state, path }) =>
      state === 'present' && path !== undefined ? [path.slice(0, path.lastIndexOf('/') + 1)] : [],
    ),
  );
  return [...folders].sort().map((path) => vscode.Uri.joinPath(folder, path));
}
