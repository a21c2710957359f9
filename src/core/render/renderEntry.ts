import type { Entry, Post, Variant } from '../model';
import { postsByLabel } from '../parse/posts/labelledPosts';
import { topButton } from './buttons';
import { notesByCorrectedPost } from '../parse/posts/correctedPosts';
import { renderFooter } from './entryFooter';
import { renderHeader } from './entryHeader';
import { escapeHtml } from './escapeHtml';
import { newHighlightBudget } from './highlightCode';
import { namePosts } from './postNames';
import type { RenderContext } from './renderContext';
import { renderPost, type Thread } from './renderPost';
import { replyTree, type ReplyNode } from './replyTree';
import { renderThreadOutline } from './threadOutline';

export interface RenderedEntry {
  /** Header, outline, an empty `<div class="posts">`, and footer. */
  readonly shell: string;
  /**
   * The posts in chunks that take a few milliseconds each, rendered as they are iterated. They go into `.posts` in order.
   */
  readonly chunks: Iterable<string>;
}

/** A chunk ends with the post that reaches this many characters of Markdown, or this many posts. */
const MAX_CHUNK_LENGTH = 4_000;
const MAX_CHUNK_POSTS = 25;
/** In a thread with more posts, the page lays out only those in view. */
const MAX_LAID_OUT_POSTS = 100;

/**
 * Renders one language's variant of an entry as a safe HTML fragment for the panel. Archive text is untrusted: raw HTML
 * is escaped, and `allowedLinks.ts` says where links and images may lead. User intents are `data-` attributes; there is no
 * script, no style and no event handler.
 */
export function renderEntry(entry: Entry, variant: Variant, context: RenderContext): RenderedEntry {
  const nodes = replyTree(variant.posts);
  const names = namePosts(nodes, context.labels);
  const language = escapeHtml(variant.language);
  const thread: Thread = { variant, context, names, ...linksBetween(variant.posts) };
  const shell = [
    `<article class="entry" lang="${language}" data-entry-id="${escapeHtml(entry.id)}" aria-labelledby="entry-title">`,
    renderHeader(entry, thread),
    renderThreadOutline(nodes, names, context.labels, variant.language),
    topButton(context.labels),
    `<div class="${nodes.length > MAX_LAID_OUT_POSTS ? 'posts is-long' : 'posts'}"></div>`,
    renderFooter(entry, variant, context),
    '</article>',
  ];
  return {
    shell: shell.filter(Boolean).join('\n'),
    chunks: { [Symbol.iterator]: () => renderChunks(nodes, thread) },
  };
}

/** The posts by their labels, and the notes that correct them, for links from one post to another. */
function linksBetween(posts: readonly Post[]): Pick<Thread, 'byLabel' | 'correctingNotes'> {
  return {
    byLabel: postsByLabel(posts.map(({ kind, label }) => (kind === 'note' ? undefined : label))),
    correctingNotes: notesByCorrectedPost(posts),
  };
}

function* renderChunks(nodes: readonly ReplyNode[], thread: Thread): Generator<string, void, void> {
  const budget = newHighlightBudget();
  let chunk: string[] = [];
  let length = 0;
  for (const node of nodes) {
    chunk.push(renderPost(node, thread, budget));
    length += node.post.markdown.length;
    if (length < MAX_CHUNK_LENGTH && chunk.length < MAX_CHUNK_POSTS) continue;
    yield chunk.join('\n');
    chunk = [];
    length = 0;
  }
  if (chunk.length > 0) yield chunk.join('\n');
}
