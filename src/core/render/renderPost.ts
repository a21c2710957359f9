import type { Post, Variant } from '../model';
import { labelledPost, type PostsByLabel } from '../parse/posts/labelledPosts';
import { withoutMarker } from '../parse/posts/noteCorrections';
import { iconButton } from './buttons';
import { nextPost, type HighlightBudget } from './highlightCode';
import { escapeHtml } from './escapeHtml';
import { icon } from './icons';
import { labelLang } from './langAttributes';
import { renderBody } from './postBody';
import type { PostNames } from './postNames';
import type { RenderContext } from './renderContext';
import type { ReplyNode } from './replyTree';

/** Posts are indented up to this depth. */
const MAX_INDENTED_DEPTH = 4;
/** Heading rank of a post at the top. */
const TOP_RANK = 2;
const LOWEST_RANK = 6;

/** What all posts of a page share. */
export interface Thread {
  readonly variant: Variant;
  readonly context: RenderContext;
  readonly names: PostNames;
  readonly byLabel: PostsByLabel;
  /** The notes that correct each post. */
  readonly correctingNotes: ReadonlyMap<number, readonly number[]>;
}

/**
 * A post as an `<article>`: its name, which post it answers, by whom it is, and its text.
 *
 * @param budget What is left for the entry's code; the post's own is taken from it.
 */
export function renderPost(
  { index, depth, post, parent }: ReplyNode,
  thread: Thread,
  budget: HighlightBudget,
): string {
  const { context, names, variant, correctingNotes } = thread;
  const { labels } = context;
  const rank = Math.min(TOP_RANK + depth, LOWEST_RANK);
  const heading = `h${String(rank)}`;
  const labelOrNumber = names.labelOrNumber(index);
  const label =
    labelOrNumber === undefined ? '' : ` <span class="label" dir="auto">${escapeHtml(labelOrNumber)}</span>`;
  const facts = [
    ...authorAndDate(post, variant.language),
    parent !== undefined && names.showsParent(index)
      ? `<a class="answers" href="#post-${String(parent)}">${escapeHtml(labels.inReplyTo(names.shortName(parent)))}</a>`
      : '',
    post.byAsker === true
      ? `<span class="by-asker">${icon('account')}${escapeHtml(labels.byAsker)}</span>`
      : '',
    post.agreement === undefined
      ? ''
      : `<span class="stance stance-${post.agreement}">${icon(post.agreement === 'agrees' ? 'thumbsup' : 'thumbsdown')}${escapeHtml(labels.agreement[post.agreement])}</span>`,
    ...(correctingNotes.get(index) ?? []).map(
      (note) =>
        `<a class="corrected" href="#post-${String(note)}">${icon('note')}${escapeHtml(labels.correctedIn(names.fullName(note)))}</a>`,
    ),
    ...(post.corrects ?? []).map(
      (corrected) =>
        `<a class="answers" href="#post-${String(corrected)}">${escapeHtml(labels.corrects(names.shortName(corrected)))}</a>`,
    ),
    iconButton(
      'copy-post',
      `data-copy-post="${String(index)}"`,
      'copy',
      labels.copyPost(post.kind, labelOrNumber),
    ),
  ];
  const classes = `post post-${post.kind} depth-${String(Math.min(depth, MAX_INDENTED_DEPTH))}`;
  const noteIcon = post.kind === 'note' ? icon('note') : '';
  nextPost(budget);
  const body = renderBody(withoutMarker(post), {
    variant,
    context,
    name: names.fullName(index),
    post: index,
    rank,
    budget,
    postOf: post.kind === 'note' ? (name) => labelledPost(thread.byLabel, name, index) : undefined,
  });
  return [
    `<article class="${classes}" id="post-${String(index)}" tabindex="-1" data-vscode-context="${escapeHtml(menuContext(index))}"${labelLang(labels)} aria-label="${escapeHtml(names.accessibleName(index))}">`,
    `<header class="post-header"><${heading} class="post-name">${noteIcon}<span class="kind">${escapeHtml(labels.kinds[post.kind])}</span>${label}</${heading}>${facts.join('')}</header>`,
    `<div class="body" lang="${escapeHtml(variant.language)}" dir="auto">${body}</div>`,
    '</article>',
  ].join('\n');
}

/** Who wrote a post and when, where the thread says so. The name is in the language of the thread. */
function authorAndDate({ author, date }: Post, language: string): readonly string[] {
  return [
    author === undefined
      ? ''
      : `<span class="author" lang="${escapeHtml(language)}" dir="auto">${icon('account')}${escapeHtml(author)}</span>`,
    date === undefined ? '' : `<time class="date" datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>`,
  ];
}

/** Context keys for VS Code's context menu: https://code.visualstudio.com/api/extension-guides/webview#context-menus */
function menuContext(post: number): string {
  return JSON.stringify({ webviewSection: 'post', post });
}
