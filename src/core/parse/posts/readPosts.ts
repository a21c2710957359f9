import type { Post, PostKind } from '../../model';
import type { Problem } from '../../archive/problems';
import {
  addsToQuestion,
  continuesQuestion,
  isOnlyThanks,
  isReplyTo,
  soundsLikeQuestion,
} from './wordingHeuristics';
import { replyTargets } from './replyTargets';
import { blockTokens, type Token } from '../../markdown/markdown';
import { markdown } from '../linksImagesCode';
import { ALERT, holdsConversation } from './conversation';
import { readLabel, type PostLabel } from './postLabels';
import type { MappedText } from '../mappedText';
import { agreementOf } from './agreement';

/** A stretch of an entry's body that is one post: a quote's text, or plain text around the quotes. */
interface PostSegment {
  readonly text: MappedText;
  readonly from: 'quote' | 'plain' | 'alert';
  readonly label?: PostLabel;
}

export interface PostContext {
  readonly title: string;
  readonly document: string;
  /** Whether front matter holds the question, so that text without any quote may be the answer. */
  readonly titleAsks: boolean;
  /** What quotes are: the posts of a thread, citations in an answer, or whichever the text shows. */
  readonly quotes: 'posts' | 'citations' | 'either';
}

interface ReadPosts {
  readonly posts: readonly Post[];
  /** Whether people speak in it; else it is prose. */
  readonly conversation: boolean;
  readonly problems: readonly Problem[];
}

/** Reads an entry's body (the text below its heading or front matter) as posts. */
export function readPosts(body: MappedText, context: PostContext): ReadPosts {
  const tokens = blockTokens(markdown, body.text, {});
  const conversation =
    context.quotes === 'posts' || (context.quotes === 'either' && holdsConversation(tokens, body));
  const drafts = draftPosts(body, tokens, conversation);
  const kinds =
    conversation || context.quotes === 'either' ? kindsOf(drafts, context) : drafts.map(kindInProse);
  const labels = new Set(drafts.map(({ label }) => label?.text));
  const targets = replyTargets(drafts.map(({ label }, at) => ({ label, kind: kinds[at] ?? 'answer' })));
  const problems: Problem[] = [];
  const posts: Post[] = [];
  drafts.forEach((draft, at) => {
    const kind = kinds[at] ?? 'answer';
    const answers = targets[at];
    const line = (draft.text.lines[0]?.line ?? 0) + 1;
    if (draft.label?.parent !== undefined && !labels.has(draft.label.parent)) {
      const args = [draft.label.text, draft.label.parent];
      problems.push({ kind: 'labelUnknown', severity: 'warning', document: context.document, line, args });
    }
    const text = draft.label === undefined ? draft.text : draft.text.skip(draft.label.length).slice(0);
    posts.push({
      kind,
      ...(draft.label === undefined ? {} : { label: draft.label.text }),
      ...(answers === undefined ? {} : { replyTo: answers }),
      markdown: text.text,
      span: text.toDocument({ start: 0, end: text.text.length }),
      line,
    });
  });
  return { posts: posts.map((post) => withStance(post, posts)), conversation, problems };
}

function withStance(post: Post, posts: readonly Post[]): Post {
  const answered = post.replyTo === undefined ? undefined : posts[post.replyTo];
  const takesSides = post.kind === 'reply' || post.kind === 'answer';
  const stance = takesSides && answered !== undefined ? agreementOf(post.markdown, answered) : undefined;
  return stance === undefined ? post : { ...post, agreement: stance };
}

/** Top-level quotes and the plain stretches between them, each quote split at the labels inside it. */
function draftPosts(
  body: MappedText,
  tokens: readonly Token[],
  conversation: boolean,
): readonly PostSegment[] {
  const drafts: PostSegment[] = [];
  const addPlain = (start: number, end: number): void => {
    const text = body.slice(start, end);
    if (saysSomething(text)) drafts.push({ text, from: 'plain' });
  };
  let next = 0;
  for (const token of tokens) {
    if (token.type !== 'blockquote_open' || token.level !== 0 || token.map === null) continue;
    const [start, end] = token.map;
    const quote = body.slice(start, end).unquoted().slice(0);
    const alert = ALERT.exec(quote.lines[0]?.text ?? '');
    if (alert === null && !conversation) continue;
    addPlain(next, start);
    next = end;
    if (alert) {
      const text = quote.skip(alert[0].length).slice(0);
      if (saysSomething(text)) drafts.push({ text, from: 'alert' });
    } else if (quote.lines.length > 0) {
      drafts.push(...splitAtLabels(quote));
    }
  }
  addPlain(next, body.lines.length);
  return drafts;
}

/** Blank lines, rules, comments and definitions of links are no post of their own. */
function saysSomething(text: MappedText): boolean {
  return blockTokens(markdown, text.text, {}).some(({ type }) => type !== 'hr' && type !== 'archive_comment');
}

function splitAtLabels(quote: MappedText): readonly PostSegment[] {
  // Only lines of paragraphs on the quote's own level count: a label in a fence or in a nested quote is a citation.
  const paragraphLines = new Set<number>();
  for (const token of blockTokens(markdown, quote.text, {})) {
    if (token.type !== 'paragraph_open' || token.level !== 0 || token.map === null) continue;
    for (let line = token.map[0]; line < token.map[1]; line += 1) paragraphLines.add(line);
  }
  const starts: { line: number; label?: PostLabel }[] = [];
  let hasLetter = false;
  quote.lines.forEach(({ text }, line) => {
    if (line !== 0 && !paragraphLines.has(line)) return;
    const label = paragraphLines.has(line) ? readLabel(text, line === 0 || hasLetter) : undefined;
    hasLetter ||= label?.text.length === 1;
    if (line === 0 || label !== undefined) starts.push({ line, ...(label === undefined ? {} : { label }) });
  });
  return starts.map((start, at) => ({
    text: quote.slice(start.line, starts[at + 1]?.line),
    from: 'quote' as const,
    ...(start.label === undefined ? {} : { label: start.label }),
  }));
}

function kindsOf(drafts: readonly PostSegment[], context: PostContext): readonly PostKind[] {
  const firstQuote = drafts.findIndex((draft) => draft.from === 'quote');
  const kinds: PostKind[] = [];
  let answered = false;
  drafts.forEach((draft, at) => {
    const text = draft.text.text;
    answered ||= kinds.at(-1) === 'answer';
    if (draft.from === 'alert') kinds.push('note');
    else if (draft.label !== undefined) kinds.push(draft.label.kind);
    else if (draft.from === 'plain') kinds.push(kindOfPlain(text, at, firstQuote, context));
    else if (at === firstQuote) {
      const asked = kinds.includes('question');
      const continues = !asked && continuesQuestion(context.title, text);
      kinds.push(continues ? 'question' : isOnlyThanks(text) ? 'reply' : 'answer');
    } else if (at > 0 && drafts[at - 1]?.from === 'quote' && !answered && goesOnAsking(kinds, text)) {
      kinds.push('question');
    } else {
      const previous = drafts[at - 1]?.text.text ?? '';
      kinds.push(answered && isReplyTo(previous, text) ? 'reply' : 'answer');
    }
  });
  return kinds;
}

/** The asker's second quote; after anybody else's they no longer present their question. */
function goesOnAsking(kinds: readonly PostKind[], text: string): boolean {
  return kinds.every((kind) => kind === 'question') && addsToQuestion(text);
}

/** On a page of prose the heading asks and the text below it answers. */
function kindInProse({ from }: PostSegment): PostKind {
  return from === 'alert' ? 'note' : 'answer';
}

function kindOfPlain(text: string, at: number, firstQuote: number, context: PostContext): PostKind {
  if (firstQuote === -1) {
    if (at > 0) return 'note';
    if (context.quotes === 'posts') return 'question';
    const asks = context.titleAsks ? /[?？]\s*$/.test(text) : soundsLikeQuestion(text);
    return asks ? 'question' : 'answer';
  }
  if (at < firstQuote || soundsLikeQuestion(text)) return 'question';
  return 'note';
}
