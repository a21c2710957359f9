import type { PostKind } from '../../model';
import { isQuestionTitle } from '../questionTitles';
import { asksForAnswer, askingScore, MIN_ASKING_SCORE, soundsLikeQuestion } from './askerWording';
import { isOnlyThanks } from './courtesy';
import { addsToQuestion, kindOfFirstQuote } from './firstQuote';
import type { PostSegment } from './postSegments';
import { asksSomething } from './questionCues';
import { isReplyTo } from './replyWording';

export interface QuestionContext {
  readonly title: string;
  /** Whether front matter has the question, so that text without any quote may be the answer. */
  readonly titleIsQuestion: boolean;
  /** What quotes are: the posts of a thread, citations in an answer, or whichever the text shows. */
  readonly quotes: 'posts' | 'citations' | 'either';
}

/** The kinds of a thread's posts: by label where there is one, else by wording and position. */
export function postKindsOfThread(
  segments: readonly PostSegment[],
  context: QuestionContext,
): readonly PostKind[] {
  const firstQuote = segments.findIndex(({ from }) => from === 'quote');
  const kinds: PostKind[] = [];
  let isAnswered = false;
  /** Whether nobody but the asker has spoken. */
  let isStillAsking = true;
  segments.forEach(({ text: { text }, from, label }, at) => {
    isAnswered ||= kinds.at(-1) === 'answer';
    isStillAsking &&= at === 0 || kinds.at(-1) === 'question';
    if (from === 'alert') kinds.push('note');
    else if (label !== undefined) kinds.push(label.kind);
    else if (from === 'plain') kinds.push(kindOfPlainText(text, at, firstQuote, context));
    else if (segments.length === 1 && isAnswerAlone(context.title, text)) kinds.push('answer');
    else if (at === firstQuote) kinds.push(kindOfFirstQuote(context.title, text, kinds.includes('question')));
    else if (segments[at - 1]!.from === 'quote' && isStillAsking && addsToQuestion(text))
      kinds.push('question');
    else kinds.push(isAnswered && isReplyTo(segments[at - 1]!.text.text, text) ? 'reply' : 'answer');
  });
  return kinds;
}

/** On a page of prose the heading asks and the text below it answers. */
export function postKindsOfProse(segments: readonly PostSegment[]): readonly PostKind[] {
  return segments.map(({ from }) => (from === 'alert' ? 'note' : 'answer'));
}

/** Whether the only quote below a title that asks answers it, though it shares words with it as a question would. */
function isAnswerAlone(title: string, text: string): boolean {
  const isAsking = askingScore(text) >= MIN_ASKING_SCORE || asksSomething(text) || isOnlyThanks(text);
  return isQuestionTitle(title) && !isAsking;
}

/** @param firstQuote Index of the first quote; -1 where there is none. */
function kindOfPlainText(
  text: string,
  at: number,
  firstQuote: number,
  { title, titleIsQuestion, quotes }: QuestionContext,
): PostKind {
  if (firstQuote === -1) {
    if (at > 0) return 'note';
    if (quotes === 'posts') return 'question';
    const asks = titleIsQuestion ? /[?？]\s*$/.test(text) : soundsLikeQuestion(text);
    return asks && asksForAnswer(text, isQuestionTitle(title)) ? 'question' : 'answer';
  }
  return at < firstQuote || soundsLikeQuestion(text) ? 'question' : 'note';
}
