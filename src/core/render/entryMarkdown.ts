import { markedNote } from '../answerLine/markedNote';
import { escapeInline } from '../markdown/escapeInline';
import { blockTokens, createMarkdown } from '../markdown/markdown';
import { opensQuote } from '../markdown/tokens';
import type { Post, PostKind, Variant } from '../model';
import { addsToQuestion } from '../parse/posts/firstQuote';

const markdown = createMarkdown();

/**
 * One language's variant of an entry as Markdown to paste elsewhere, in the archive format: plain text is the question,
 * each quote is a post, with a line that says whose it is, alerts are notes, the first of them the answer line. Pasted into an archive, it parses to the same posts.
 */
export function entryAsMarkdown({ title, language, answer, posts }: Variant): string {
  const first = posts.findIndex(isAskerPost);
  const isFirstQuoted = needsQuote(posts, first);
  const texts = posts.map((post, at) => {
    const inQuote = at === first ? isFirstQuoted : !isAskerPost(post) || continuesInQuote(posts, at);
    return inQuote ? quoted(post, posts) : post.markdown;
  });
  const note = answer === undefined ? [] : [`> [!NOTE]\n> ${markedNote(answer, language)}`];
  return [heading(title), ...note, ...texts].join('\n\n') + '\n';
}

/** A heading that parses to the title. A final run of `#` behind a space would close it. */
function heading(title: string): string {
  return `# ${escapeInline(title).replace(/(?<=^|\s)#+$/, '\\$&')}`;
}

/** Whether a post is the asker's without a label or name, which plain text above and between the quotes is. */
function isAskerPost({ kind, label, author }: Post): boolean {
  return kind === 'question' && label === undefined && author === undefined;
}

/**
 * Whether the asker's first post must be written as a quote: as plain text it would merge with the next post, quotes
 * inside it would become posts, or without any quote it would not be read as a question.
 */
function needsQuote(posts: readonly Post[], first: number): boolean {
  const post = posts[first];
  if (post === undefined) return false;
  const next = posts[first + 1];
  if (next !== undefined && isAskerPost(next)) return true;
  const hasQuotedPosts = posts.some((other) => other.kind !== 'note' && !isAskerPost(other));
  return hasQuotedPosts ? hasQuotes(post.markdown) : first > 0 || posts.findLastIndex(isAskerPost) > first;
}

/** Whether a post right below one of the asker's is read as theirs when it is a quote; else it was plain text. */
function continuesInQuote(posts: readonly Post[], at: number): boolean {
  const before = posts[at - 1];
  return before !== undefined && isAskerPost(before) && addsToQuestion(posts[at]?.markdown ?? '');
}

function hasQuotes(text: string): boolean {
  return (
    /^ {0,3}>/m.test(text) &&
    blockTokens(markdown, text, {}).some((token) => opensQuote(token) && token.level === 0)
  );
}

function quoted(post: Post, posts: readonly Post[]): string {
  return labelled(post, posts)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A post with its label, or with the marker of a note. Only a paragraph can begin on the label's line. */
function labelled(post: Post, posts: readonly Post[]): string {
  const { kind, label, author, markdown: text } = post;
  if (author !== undefined) return `${byline(post, author, posts)}\n\n${text}`;
  if (kind === 'note') return `[!NOTE]\n${text}`;
  if (label === undefined) return text;
  const [first] = blockTokens(markdown, text, {});
  const isParagraph = first?.type === 'paragraph_open' && first.map?.[0] === 0 && /^\S/.test(text);
  return text === '' || isParagraph ? `${label}. ${text}` : `${label}.\n\n${text}`;
}

const VERBS: Readonly<Record<PostKind, string>> = {
  question: 'asked',
  answer: 'answered',
  reply: 'replied',
  note: 'wrote',
};

/** A line that says who wrote a post, whom they answer and when. */
function byline({ kind, date, replyTo }: Post, author: string, posts: readonly Post[]): string {
  const answered = kind === 'reply' ? posts[replyTo ?? -1]?.author : undefined;
  const words = [
    bold(author),
    VERBS[kind],
    ...(answered === undefined ? [] : ['to', bold(answered)]),
    ...(date === undefined ? [] : ['on', date]),
  ];
  return `${words.join(' ')}:`;
}

function bold(author: string): string {
  return `**@${escapeInline(author)}**`;
}
