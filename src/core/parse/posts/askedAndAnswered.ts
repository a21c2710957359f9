import type { Token } from '../../markdown/markdown';
import { opensQuote } from '../../markdown/tokens';
import type { MappedText } from '../mappedText';
import { ALERT } from './alerts';
import { asksAnything } from './speakers/whoSpeaks';
import type { TalkPost } from './speakers/readTalk';
import { trailingStart } from '../../text/trailing';

/** Fewer questions in one text may be anything. */
const MIN_QUESTIONS = 2;
const EMPHASISED = /^(\*{1,3}|_{1,3})(?=\S)([^]{1,600}\S)\1[ \\]*$/;

/** Whether a question mark is among the marks and symbols that a text ends with. */
function endsAsking(text: string): boolean {
  return /[?？]/.test(text.slice(trailingStart(text, /[\s\p{P}\p{S}]/u)));
}

interface Question {
  readonly start: number;
  readonly end: number;
  readonly isQuote: boolean;
}

/**
 * Reads a text in which every quote, or every emphasised paragraph, asks and is answered by the plain text below it, as
 * in an interview or a mail; `undefined` for any other text.
 */
export function readAskedAndAnswered(
  text: MappedText,
  tokens: readonly Token[],
): readonly TalkPost[] | undefined {
  const quotes = readQuestions(tokens, true);
  const questions = quotes ?? readQuestions(tokens, false);
  if (questions === undefined || questions.length < MIN_QUESTIONS) return undefined;
  const preface = text.slice(0, questions[0]!.start);
  const posts: TalkPost[] = preface.text === '' ? [] : [{ kind: 'note', text: preface, from: 'text' }];
  for (const [at, { start, end, isQuote }] of questions.entries()) {
    const asked = text.slice(start, end);
    const question = isQuote ? asked.unquoted().slice(0) : asked;
    const answer = text.slice(end, questions[at + 1]?.start);
    const isAnswered = answer.text !== '' && !(isQuote && endsAsking(answer.text));
    if (!isAnswered || !asksAnything(question.text)) return undefined;
    const asking: TalkPost = { kind: 'question', text: question, from: 'text' };
    posts.push(asking, { kind: 'answer', text: answer, from: 'text', answers: asking });
  }
  return posts;
}

/** The quotes, or the emphasised paragraphs that ask; `undefined` where there is none, or a quote does not ask. */
function readQuestions(tokens: readonly Token[], areQuotes: boolean): readonly Question[] | undefined {
  const questions: Question[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.level !== 0 || token.map === null) continue;
    const [start, end] = token.map;
    const isQuote = opensQuote(token);
    const content = tokens[at + (isQuote ? 2 : 1)]?.content ?? '';
    if (isQuote && areQuotes) {
      if (ALERT.test(content) || !endsAsking(lastText(tokens, at))) return undefined;
      questions.push({ start, end, isQuote });
    } else if (!areQuotes && token.type === 'paragraph_open') {
      const asked = EMPHASISED.exec(content)?.[2] ?? '';
      if (endsAsking(asked)) questions.push({ start, end, isQuote });
    }
  }
  return questions.length === 0 ? undefined : questions;
}

/** The text of the last paragraph of a quote. */
function lastText(tokens: readonly Token[], quote: number): string {
  let last = '';
  for (let at = quote + 1; at < tokens.length && tokens[at]!.level > tokens[quote]!.level; at += 1) {
    if (tokens[at]!.type === 'inline') last = tokens[at]!.content;
  }
  return last;
}
