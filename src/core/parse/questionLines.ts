import { isQuestionTitle } from './questionTitles';

/** The level of sections that begin with a question on a line of its own: below all headings. */
export const QUESTION_LINE_LEVEL = 7;

const QUESTION_MARKER = /^(\*\*|__)?(Q|질문|問|问)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
const ANSWER_MARKER = /^(\*\*|__)?(A|답변?|答)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
/** The same at the start of a text, where only a clear mark counts: `A:`, `**A:**`, `답변:`. */
const LEADING_ANSWER_MARKER =
  /^(?:(\*\*|__)(?:A|답변?|答)\s*[.:：．](?:\1\s*|\s+(?=.*\1))|(?:A|답변?|答)\s*[:：]\s+)/iu;
/** An answer's mark behind its question on one line. */
const ANSWER_BEHIND = /\s(?:<br\s*\/?>\s*)?(?=(?:\*\*|__)(?:A|답변?|答)\s*[.:：．]?(?:\*\*|__))/iu;
const NUMBER = /^(?:#|No\.? ?)?\d{1,3}[.):：．）]?(?=\s|$)/iu;
const ASKS = /[?？][\s\p{P}\p{S}\p{M}\u200d]*$/u;
const EMPHASIS = /^(\*\*\*|\*\*|__|\*|_)(?=\S)/;
const BREAK = /^\s*<br\s*\/?>\s*/i;
/** The longest question that is taken for a title, in characters. */
const MAX_QUESTION_LENGTH = 300;

/** A question without a heading. */
export interface QuestionLine {
  /** Its Markdown, which may have several lines. */
  readonly title: string;
  /** How many lines of the paragraph are before its answer. */
  readonly lineCount: number;
  /** Where its answer begins on the line behind those, in characters; zero where that is the line's start. */
  readonly column: number;
  /** Whether it is only a numbered line with bold words (`**1) Two sum.** Return …`): a title where such lines count up. */
  readonly number?: number;
}

/**
 * The question at the start of a paragraph, of a list item's text or of a term: a line marked `Q.`, up to the `A.` where
 * that is in the same paragraph; or emphasised words that ask, on lines of their own or before their answer.
 */
export function questionLine(paragraph: string): QuestionLine | undefined {
  return emphasisedQuestion(paragraph) ?? markedQuestion(paragraph);
}

function markedQuestion(paragraph: string): QuestionLine | undefined {
  const lines = paragraph.split('\n');
  const first = lines[0] ?? '';
  if (!QUESTION_MARKER.test(first)) return undefined;
  const behind = ANSWER_BEHIND.exec(first.slice(0, MAX_QUESTION_LENGTH + 10));
  if (behind !== null) {
    return { title: first.slice(0, behind.index), lineCount: 0, column: behind.index + behind[0].length };
  }
  const answer = lines.findIndex((line) => ANSWER_MARKER.test(line));
  const question = answer === -1 ? lines : lines.slice(0, answer);
  const title = question.join('\n');
  return title.length > MAX_QUESTION_LENGTH
    ? { title: first.slice(0, MAX_QUESTION_LENGTH), lineCount: 1, column: 0 }
    : { title, lineCount: question.length, column: 0 };
}

function emphasisedQuestion(paragraph: string): QuestionLine | undefined {
  const mark = EMPHASIS.exec(paragraph)?.[1];
  if (mark === undefined) return undefined;
  const close = paragraph.slice(0, MAX_QUESTION_LENGTH + 10).indexOf(mark, mark.length + 1);
  if (close === -1) return undefined;
  const words = paragraph.slice(mark.length, close).trim();
  const lineEnd = indexOrEnd(paragraph, '\n', close);
  const isBold = mark.length > 1;
  const whole = { title: words, lineCount: countLines(paragraph.slice(0, close)), column: 0 };
  const behind = paragraph.slice(close + mark.length, lineEnd);
  const asks = ASKS.test(words) || (isBold && (isQuestionTitle(words) || QUESTION_MARKER.test(words)));
  if (asks && /^[\s\\\p{P}\p{S}]*$/u.test(behind.replace(BREAK, ''))) return whole;
  const number = isBold ? NUMBER.exec(words)?.[0] : undefined;
  if (!asks && number !== undefined) {
    const title = paragraph.slice(0, indexOrEnd(paragraph, '\n', 0));
    return { title, lineCount: 1, column: 0, number: Number(/\d+/.exec(number)?.[0]) };
  }
  if (!asks || !isBold) return undefined;
  // The answer follows on the same line, at once or behind a line break.
  if (!ASKS.test(words) && !BREAK.test(behind)) return undefined;
  const line = paragraph.lastIndexOf('\n', close) + 1;
  const answer = close + mark.length + (BREAK.exec(behind)?.[0].length ?? 0);
  return { title: words, lineCount: whole.lineCount - 1, column: answer - line };
}

/** How many characters of a text mark it as an answer (`A:`, `**A:** `); zero where none do. */
export function answerMarkerLength(text: string): number {
  const match = LEADING_ANSWER_MARKER.exec(text);
  return match === null ? 0 : match[0].length;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}
