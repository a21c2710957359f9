import type { Entry, Variant } from '../model';
import { toPlainQuery } from '../search/query';
import type { RenderContext } from './context';
import { searchButton, wordsLanguage } from './controls';
import { replyTree, type Turn } from './replyTree';
import { escapeHtml } from './escape';
import { renderFooter } from './footer';
import { renderHeader } from './header';
import { namesOf } from './postNames';
import { renderOutline } from './outline';
import { renderPost, type Thread } from './post';
import type { EntryLabels } from './labels';

export type { RenderContext } from './context';

export interface RenderedEntry {
  /** Header, outline, an empty `<div class="posts">`, and footer. */
  readonly shell: string;
  /** The posts, in pieces that each take a few milliseconds: rendered when they are asked for. Goes into `.posts` in order. */
  readonly parts: Iterable<string>;
}

/** A part ends with the post that fills this many characters of Markdown, or that is the last of so many posts. */
const PART_LENGTH = 4_000;
const PART_POSTS = 25;
/** Of a thread with more posts, the page lays out only those in sight. */
const LONG = 100;

/**
 * One language's variant of an entry as a safe HTML fragment for the panel. Archive text is untrusted: raw HTML is
 * escaped, links lead to `http(s)`, `mailto` or another entry, images to the archive only. Intents are `data-`
 * attributes; there is no script, no style and no event handler.
 */
export function renderEntry(entry: Entry, variant: Variant, context: RenderContext): RenderedEntry {
  const turns = replyTree(variant.posts);
  const names = namesOf(turns, context.words);
  const language = escapeHtml(variant.language);
  const shell = [
    `<article class="entry" lang="${language}" data-entry-id="${escapeHtml(entry.id)}" aria-labelledby="entry-title">`,
    renderHeader(entry, variant, context),
    renderOutline(turns, names, context.words, variant.language),
    `<div class="${turns.length > LONG ? 'posts is-long' : 'posts'}"></div>`,
    renderFooter(variant, context),
    '</article>',
  ];
  return {
    shell: shell.filter(Boolean).join('\n'),
    parts: { [Symbol.iterator]: () => renderParts(turns, { variant, context, names }) },
  };
}

function* renderParts(turns: readonly Turn[], thread: Thread): Generator<string, void, void> {
  let part: string[] = [];
  let length = 0;
  for (const turn of turns) {
    part.push(renderPost(turn, thread));
    length += turn.post.markdown.length;
    if (length < PART_LENGTH && part.length < PART_POSTS) continue;
    yield part.join('\n');
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part.join('\n');
}

/** The page for an entry that is not to be had, and why. */
export function renderGone(why: string, title: string, words: EntryLabels): string {
  return [
    `<section class="gone"${wordsLanguage(words)}>`,
    `<h1>${escapeHtml(why)}</h1>`,
    `<p dir="auto">${escapeHtml(title)}</p>`,
    `<p>${searchButton(toPlainQuery(title), escapeHtml(words.search(title)), words)}</p>`,
    '</section>',
  ].join('\n');
}
