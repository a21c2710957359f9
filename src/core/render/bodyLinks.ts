import type { DocumentLinks } from '../archive/documentLinks';
import { resolvePath } from '../archive/paths';
import { linkTargetKind } from '../markdown/allowedLinks';
import type { EntryId, Variant } from '../model';
import { escapeHtml } from './escapeHtml';
import type { RenderContext } from './renderContext';

interface OpeningTag {
  readonly html: string;
  readonly element: 'a' | 'span';
}

/** The opening tag of a link in a post. A link that is blocked or leads to no entry is a `<span>`. */
export function openLink(href: string, variant: Variant, context: RenderContext): OpeningTag {
  const kind = linkTargetKind(href);
  if (kind === 'web' || kind === 'mail') {
    return { html: `<a href="${escapeHtml(href)}" title="${escapeHtml(href)}">`, element: 'a' };
  }
  const entry = kind === 'archive' ? linkedEntry(href, variant.source.document, context.links) : undefined;
  if (entry !== undefined) return { html: `<a href="#" data-entry="${escapeHtml(entry)}">`, element: 'a' };
  return { html: `<span class="dead-link" title="${escapeHtml(href)}">`, element: 'span' };
}

/** The entry that a link in `document` leads to: the one under its fragment, else the first one of another document. */
function linkedEntry(href: string, document: string, links: DocumentLinks): EntryId | undefined {
  const isSameDocument = href.startsWith('#');
  const target = isSameDocument ? document : resolvePath(document, href);
  if (target === undefined) return undefined;
  const { 1: fragment = '' } = href.split('#');
  const below = fragment === '' ? undefined : links.entryAtFragment(target, fragment);
  return below ?? (isSameDocument ? undefined : links.firstEntryOf(target));
}
