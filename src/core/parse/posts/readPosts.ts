import { readMarkedNote } from '../../answerLine/markedNote';
import type { Problem } from '../../archive/problems';
import { blockTokens } from '../../markdown/markdown';
import type { AnswerLine, Post, PostKind } from '../../model';
import type { MappedText } from '../mappedText';
import { markdown } from '../markdownParser';
import { agreementOf, answeredPost, type AnsweredPost } from './agreement';
import { readAskedAndAnswered } from './askedAndAnswered';
import { withCorrections } from './noteCorrections';
import { postKindsOfProse, postKindsOfThread, type QuestionContext } from './postKinds';
import { cutPosts, type PostSegment } from './postSegments';
import { quotesArePosts } from './quotesArePosts';
import { replyTargets } from './replyTargets';
import { readTalk, type TalkPost } from './speakers/readTalk';

export interface PostContext extends QuestionContext {
  /** Path of the document, for problems. */
  readonly document: string;
  /** Whether front matter has the answer line, so that no note declares it. */
  readonly hasAnswerLine?: boolean;
}

interface ReadPosts {
  readonly posts: readonly Post[];
  /** Whether the entry is a conversation; else it is prose. */
  readonly isConversation: boolean;
  /** What the note that is marked as the answer line says. */
  readonly answer?: AnswerLine;
  readonly problems: readonly Problem[];
}

/** What is left of an entry's posts without the note that declares the answer line. */
interface AnswerLineTaken<T> extends Pick<ReadPosts, 'answer' | 'problems'> {
  readonly segments: readonly T[];
}

/** Reads an entry's body (the text below its heading or front matter) as posts. */
export function readPosts(body: MappedText, context: PostContext): ReadPosts {
  const tokens = blockTokens(markdown, body.text, {});
  const talk = readTalk(body, tokens, context.title) ?? readAskedAndAnswered(body, tokens);
  if (talk !== undefined) return readTalkPosts(talk, context);
  const isConversation =
    context.quotes === 'posts' ||
    (context.quotes === 'either' && quotesArePosts(tokens, body, context.title));
  const cut = cutPosts(body, tokens, isConversation);
  const { segments, answer, problems }: AnswerLineTaken<PostSegment> =
    context.hasAnswerLine === true ? { segments: cut, problems: [] } : takeAnswerLine(cut, context.document);
  const kinds =
    context.quotes === 'citations' ? postKindsOfProse(segments) : postKindsOfThread(segments, context);
  const targets = replyTargets(segments.map(({ label }, at) => ({ label, kind: kinds[at]! })));
  const posts = segments.map((segment, at) => postOf(segment, kinds[at]!, targets[at]));
  return {
    posts: withCorrections(withAgreement(posts)),
    isConversation,
    ...(answer === undefined ? {} : { answer }),
    problems: [...problems, ...unknownLabels(segments, context.document)],
  };
}

function readTalkPosts(talk: readonly TalkPost[], { hasAnswerLine, document }: PostContext): ReadPosts {
  const { segments, answer, problems }: AnswerLineTaken<TalkPost> =
    hasAnswerLine === true ? { segments: talk, problems: [] } : takeAnswerLine(talk, document);
  const indices = new Map(segments.map((post, at) => [post, at]));
  const posts = segments.map(({ text, from: _from, answers, ...post }): Post => {
    const replyTo = answers === undefined ? undefined : indices.get(answers);
    return { ...post, ...(replyTo === undefined ? {} : { replyTo }), ...placeOf(text, text) };
  });
  return {
    posts: withCorrections(withAgreement(posts)),
    isConversation: true,
    ...(answer === undefined ? {} : { answer }),
    problems,
  };
}

/** Reads the answer line that the first note declares, and takes the note out of the segments where it says no more. */
function takeAnswerLine<T extends Pick<PostSegment, 'text'> & { readonly from: string }>(
  segments: readonly T[],
  document: string,
): AnswerLineTaken<T> {
  const note = segments.find(({ from }) => from === 'alert');
  const read = note && readMarkedNote(note.text.text);
  if (note === undefined || read === undefined) return { segments, problems: [] };
  return {
    segments: read.isOnlyAnswer ? segments.filter((segment) => segment !== note) : segments,
    ...(read.answer === undefined ? {} : { answer: read.answer }),
    problems: read.isTooLong
      ? [{ kind: 'answerNoteTooLong', severity: 'warning', document, line: firstLine(note.text), args: [] }]
      : [],
  };
}

function postOf({ text: written, label }: PostSegment, kind: PostKind, replyTo: number | undefined): Post {
  const text = label === undefined ? written : written.dropFirst(label.length).slice(0);
  return {
    kind,
    ...(label === undefined ? {} : { label: label.text }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...placeOf(text, written),
  };
}

/** @param written The text with its label. */
function placeOf(text: MappedText, written: MappedText): Pick<Post, 'markdown' | 'span' | 'line'> {
  return {
    markdown: text.text,
    span: text.toDocument({ start: 0, end: text.text.length }),
    line: firstLine(written),
  };
}

/** Line of the document, counted from one, in which a text begins. */
function firstLine(text: MappedText): number {
  return text.lines[0]!.line + 1;
}

/** The posts with what they say of those that they answer. */
function withAgreement(posts: readonly Post[]): readonly Post[] {
  const answered = new Map<Post, AnsweredPost>();
  return posts.map((post) => {
    const other = posts[post.replyTo ?? -1];
    const mayAgree = post.kind === 'reply' || post.kind === 'answer';
    if (!mayAgree || other === undefined) return post;
    const read = answered.get(other) ?? answeredPost(other);
    answered.set(other, read);
    const agreement = agreementOf(post.markdown, read);
    return agreement === undefined ? post : { ...post, agreement };
  });
}

/** A problem for each label whose parent label no post of the entry has. */
function unknownLabels(segments: readonly PostSegment[], document: string): readonly Problem[] {
  const known = new Set(segments.map(({ label }) => label?.text));
  return segments.flatMap(({ text, label }): readonly Problem[] => {
    if (label?.parent === undefined || known.has(label.parent)) return [];
    const args = [label.text, label.parent];
    return [{ kind: 'labelUnknown', severity: 'warning', document, line: firstLine(text), args }];
  });
}
