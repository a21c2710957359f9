import { actionButton } from './buttons';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { withoutMarker } from '../parse/posts/noteCorrections';
import { excerptOf } from './excerpt';
import { icon } from './icons';
import { labelLang } from './langAttributes';
import type { PostNames } from './postNames';
import type { ReplyNode } from './replyTree';

/** A thread has an outline from this many posts at the top, or in all. */
const MIN_TOP_POSTS = 6;
const MIN_POSTS = 12;
/** The button below the list leads to the other posts. */
const MAX_LISTED_POSTS = 50;

/** A list of the top-level posts of a long thread, with links to them; empty for a short thread. */
export function renderThreadOutline(
  nodes: readonly ReplyNode[],
  names: PostNames,
  labels: EntryLabels,
  language: string,
): string {
  const top = nodes.filter(({ depth }) => depth === 0);
  if (top.length < MIN_TOP_POSTS && nodes.length < MIN_POSTS) return '';
  const items = top.slice(0, MAX_LISTED_POSTS).map(({ index, post }) => {
    const excerpt = excerptOf(withoutMarker(post));
    const text =
      excerpt === ''
        ? ''
        : ` <span class="excerpt" lang="${escapeHtml(language)}" dir="auto">${escapeHtml(excerpt)}</span>`;
    const author =
      post.author === undefined ? '' : ` <span class="author" dir="auto">${escapeHtml(post.author)}</span>`;
    return `<li><a href="#post-${String(index)}"><span class="name">${escapeHtml(names.fullName(index))}</span>${author}${text}</a></li>`;
  });
  const name = escapeHtml(labels.outline);
  return [
    `<nav aria-label="${name}"${labelLang(labels)}><details class="outline">`,
    `<summary>${icon('list-unordered')}${name} <span class="count">${String(nodes.length)}</span></summary>`,
    `<ul>${items.join('\n')}</ul>`,
    actionButton('goToPost', 'list-unordered', labels.allPosts),
    '</details></nav>',
  ].join('\n');
}
