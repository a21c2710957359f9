import type { DocumentLinks } from '../archive/documentLinks';
import { decodePath, resolvePath } from '../archive/paths';
import { linkTargetKind } from '../markdown/allowedLinks';
import type { EntryId, Variant } from '../model';
import { escapeHtml } from './escapeHtml';
import type { RenderContext } from './renderContext';

interface OpeningTag {
  readonly html: string;
  readonly element: 'a' | 'span';
}

/**
 * The opening tag of a link in a post. A link that is blocked or leads to no entry is a `<span>`.
 *
 * @param isNamed Whether the link names a note, as wikilinks do, so that it is plain text where there is none.
 */
export function openLink(
  href: string,
  variant: Variant,
  context: RenderContext,
  isNamed: boolean,
): OpeningTag {
  const kind = linkTargetKind(href);
  if (kind === 'web' || kind === 'mail') {
    return { html: `<a href="${escapeHtml(href)}" title="${escapeHtml(href)}">`, element: 'a' };
  }
  const entry = kind === 'archive' ? linkedEntry(href, variant.source.document, context.links) : undefined;
  if (entry !== undefined) return { html: `<a href="#" data-entry="${escapeHtml(entry)}">`, element: 'a' };
  if (isNamed) return { html: '<span>', element: 'span' };
  return { html: `<span class="dead-link" title="${escapeHtml(href)}">`, element: 'span' };
}

/**
 * The entry that a link in `document` leads to: the one under its fragment, else the first one of another document. A
 * document is found by its path, else by its name: wikis and sites leave out folders and extensions.
 */
function linkedEntry(href: string, document: string, links: DocumentLinks): EntryId | undefined {
  const isSameDocument = href.startsWith('#');
  const target = isSameDocument ? document : resolvePath(document, href);
  return (
    (target === undefined ? undefined : entryIn(target, href, isSameDocument, links)) ??
    (isSameDocument ? undefined : namedEntry(href, document, links))
  );
}

function entryIn(
  document: string,
  href: string,
  isSameDocument: boolean,
  links: DocumentLinks,
): EntryId | undefined {
  const fragment = href.includes('#') ? href.slice(href.lastIndexOf('#') + 1) : '';
  const below = fragment === '' ? undefined : links.entryAtFragment(document, fragment);
  return below ?? (isSameDocument ? undefined : links.firstEntryOf(document));
}

function namedEntry(href: string, document: string, links: DocumentLinks): EntryId | undefined {
  const [path = ''] = href.split(/[?#]/, 1);
  const name = decodePath(path).replace(/^(?:\.{1,2}\/)+|\.html?$/g, '');
  const named = name === '' ? undefined : links.documentNamed(name, document);
  return named === undefined ? undefined : entryIn(named, href, false, links);
}
