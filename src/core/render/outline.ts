import { actButton, wordsLanguage } from './controls';
import type { Turn } from './replyTree';
import { escapeHtml } from './escape';
import { excerptOf } from './excerpt';
import { icon } from './icons';
import type { PostNames } from './postNames';
import type { EntryLabels } from './labels';

/** From so many posts on, at the top or in all, a thread is too long to see what it holds. */
const LONG_AT_TOP = 6;
const LONG = 12;
/** Most posts listed; the others are found by the button below the list. */
const MOST = 50;

/** A list of a long thread's posts at the top, to go to one; nothing for a short thread. */
export function renderOutline(
  turns: readonly Turn[],
  names: PostNames,
  words: EntryLabels,
  language: string,
): string {
  const top = turns.filter(({ depth }) => depth === 0);
  if (top.length < LONG_AT_TOP && turns.length < LONG) return '';
  const items = top.slice(0, MOST).map(({ at, post }) => {
    const excerpt = excerptOf(post.markdown);
    const text =
      excerpt === ''
        ? ''
        : ` <span class="excerpt" lang="${escapeHtml(language)}" dir="auto">${escapeHtml(excerpt)}</span>`;
    return `<li><a href="#post-${String(at)}"><span class="name">${escapeHtml(names.full(at))}</span>${text}</a></li>`;
  });
  const name = escapeHtml(words.outline);
  return [
    `<nav aria-label="${name}"${wordsLanguage(words)}><details class="outline">`,
    `<summary>${icon('list-unordered')}${name} <span class="count">${String(turns.length)}</span></summary>`,
    `<ul>${items.join('\n')}</ul>`,
    actButton('goToPost', 'list-unordered', words.allPosts),
    '</details></nav>',
  ].join('\n');
}
