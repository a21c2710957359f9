import { escapeInline } from '../markdown/escape';
import { blockTokens, createMarkdown } from '../markdown/markdown';
import type { Post, Variant } from '../model';
import { addsToQuestion } from '../parse/posts/wordingHeuristics';

const markdown = createMarkdown();

/**
 * One language's variant of an entry as Markdown to paste elsewhere, in the form the archive format describes: plain
 * text is the question, each quote is a post, alerts are notes. What is pasted into an archive is read back the same.
 */
export function entryAsMarkdown({ title, posts }: Variant): string {
  const first = posts.findIndex(isAsked);
  const opensInQuote = isOpeningQuote(posts, first);
  const texts = posts.map((post, at) => {
    const inQuote = at === first ? opensInQuote : !isAsked(post) || goesOnInQuote(posts, at);
    return inQuote ? quoted(post) : post.markdown;
  });
  return [heading(title), ...texts].join('\n\n') + '\n';
}

/** A heading that reads as the title; marks at its end preceded by a space would only close it. */
function heading(title: string): string {
  return `# ${escapeInline(title).replace(/(?<=^|\s)#+$/, '\\$&')}`;
}

/** What the asker says stands above and between the quotes. */
function isAsked({ kind, label }: Post): boolean {
  return kind === 'question' && label === undefined;
}

/**
 * Whether the asker's first post must have been a quote: plain text would run into what they say next, would set free
 * the quotes inside it, or would be no question because there is no quote at all.
 */
function isOpeningQuote(posts: readonly Post[], first: number): boolean {
  const post = posts[first];
  if (post === undefined) return false;
  const next = posts[first + 1];
  if (next !== undefined && isAsked(next)) return true;
  const hasQuotes = posts.some((other) => other.kind !== 'note' && !isAsked(other));
  return hasQuotes ? cites(post.markdown) : first > 0 || posts.findLastIndex(isAsked) > first;
}

/** Right behind the asker's words, whether further ones are read as theirs in a quote; else they were plain text. */
function goesOnInQuote(posts: readonly Post[], at: number): boolean {
  const before = posts[at - 1];
  return before !== undefined && isAsked(before) && addsToQuestion(posts[at]?.markdown ?? '');
}

function cites(text: string): boolean {
  return /^ {0,3}>/m.test(text) && blockTokens(markdown, text, {}).some(isOwnQuote);
}

function isOwnQuote({ type, level }: { readonly type: string; readonly level: number }): boolean {
  return type === 'blockquote_open' && level === 0;
}

function quoted(post: Post): string {
  return labelled(post)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A post behind its label, or behind that of a note. Only a paragraph can begin on the label's line. */
function labelled({ kind, label, markdown: text }: Post): string {
  if (kind === 'note') return `[!NOTE]\n${text}`;
  if (label === undefined) return text;
  const [first] = blockTokens(markdown, text, {});
  const isParagraph = first?.type === 'paragraph_open' && first.map?.[0] === 0 && /^\S/.test(text);
  return text === '' || isParagraph ? `${label}. ${text}` : `${label}.\n\n${text}`;
}
