import { renderBody } from './body';
import type { RenderContext } from './context';
import { signButton, wordsLanguage } from './controls';
import type { Turn } from './replyTree';
import { escapeHtml } from './escape';
import { icon } from './icons';
import type { PostNames } from './postNames';
import type { Variant } from '../model';

/** Posts are set in up to this depth. */
const DEEPEST = 4;
/** Rank of the heading of a post at the top. */
const TOP_RANK = 2;
const LOWEST_RANK = 6;

/** What all posts of a page have in common. */
export interface Thread {
  readonly variant: Variant;
  readonly context: RenderContext;
  readonly names: PostNames;
}

/** One post as an `<article>`: who it answers, whose word it is, and its text. */
export function renderPost({ at, depth, post, parent }: Turn, thread: Thread): string {
  const { context, names, variant } = thread;
  const { words } = context;
  const rank = Math.min(TOP_RANK + depth, LOWEST_RANK);
  const heading = `h${String(rank)}`;
  const which = names.which(at);
  const label = which === undefined ? '' : ` <span class="label" dir="auto">${escapeHtml(which)}</span>`;
  const about = [
    parent !== undefined && names.saysParent(at)
      ? `<a class="answers" href="#post-${String(parent)}">${escapeHtml(words.answers(names.short(parent)))}</a>`
      : '',
    post.byAsker === true
      ? `<span class="by-asker">${icon('account')}${escapeHtml(words.byAsker)}</span>`
      : '',
    post.kind === 'note' ? `<span class="by-archivist">${escapeHtml(words.byArchivist)}</span>` : '',
    post.agreement === undefined
      ? ''
      : `<span class="stance stance-${post.agreement}">${icon(post.agreement === 'agrees' ? 'thumbsup' : 'thumbsdown')}${escapeHtml(words.stances[post.agreement])}</span>`,
    signButton('copy-post', `data-copy-post="${String(at)}"`, 'copy', words.copyPost(post.kind, which)),
  ];
  const classes = `post post-${post.kind} depth-${String(Math.min(depth, DEEPEST))}`;
  const sign = post.kind === 'note' ? icon('note') : '';
  return [
    `<article class="${classes}" id="post-${String(at)}" tabindex="-1" data-vscode-context="${escapeHtml(menuContext(at))}"${wordsLanguage(words)} aria-label="${escapeHtml(names.aloud(at))}">`,
    `<header class="post-header"><${heading} class="post-name">${sign}<span class="kind">${escapeHtml(words.kinds[post.kind])}</span>${label}</${heading}>${about.join('')}</header>`,
    `<div class="body" lang="${escapeHtml(variant.language)}" dir="auto">${renderBody(post.markdown, { ...thread, name: names.full(at), rank })}</div>`,
    '</article>',
  ].join('\n');
}

/** What VS Code's own menu on a post is told: https://code.visualstudio.com/api/extension-guides/webview#context-menus */
function menuContext(post: number): string {
  return JSON.stringify({ webviewSection: 'post', post });
}
