import { answerBehind, answerMarkLength, questionMarkLength } from './questionMarkers';
import { endsWithQuestionMark, isQuestionTitle } from './questionTitles';

/** The level of sections that begin with a question on a line of its own: below all headings. */
export const QUESTION_LINE_LEVEL = 7;

const NUMBER = /^(?:#|No\.? ?)?\d{1,3}[.):：．）]?(?=\s|$)/iu;
const EMPHASIS = /^(\*\*\*|\*\*|__|\*|_)(?=\S)/;
const BREAK = /^\s*<br\s*\/?>\s*/i;
/** Scripts whose questions need no question mark. */
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** A question and the start of its answer on one line. */
const QUESTION_AND_ANSWER = /^([^\n]{3,300}?[?？])\s+(?=\S)/u;
/** The longest question that is taken for a title, in characters. */
const MAX_QUESTION_LENGTH = 300;

/** A question without a heading. */
export interface QuestionLine {
  /** Its Markdown, which may have several lines. */
  readonly title: string;
  /** How many lines of the paragraph are before the line that its answer begins on. */
  readonly lineCount: number;
  /** Where its answer begins on that line, in characters. */
  readonly column: number;
  /** The number of a line that need not ask (`**1) Two sum.** Return …`): a question where such lines count up. */
  readonly number?: number;
}

/**
 * The question at the start of a paragraph or of a list item's text: a line marked `Q.`, up to the `A.` where that is in
 * the same paragraph; or emphasised words that ask, on lines of their own or before their answer.
 */
export function questionLine(paragraph: string): QuestionLine | undefined {
  return markedQuestion(paragraph) ?? emphasisedQuestion(paragraph);
}

/** The question that a list item begins with where most items of its list do: it needs no mark. */
export function questionOfItem(paragraph: string): QuestionLine | undefined {
  const marked = questionLine(paragraph);
  if (marked !== undefined) return marked;
  const lineEnd = indexOrEnd(paragraph, '\n', 0);
  const first = paragraph.slice(0, lineEnd);
  const asks = endsWithQuestionMark(first) || (CJK.test(first) && isQuestionTitle(first));
  if (asks && first.length <= MAX_QUESTION_LENGTH) return { title: first, lineCount: 1, column: 0 };
  const title = QUESTION_AND_ANSWER.exec(first)?.[1];
  return title === undefined ? undefined : { title, lineCount: 0, column: title.length };
}

function markedQuestion(paragraph: string): QuestionLine | undefined {
  const lines = paragraph.split('\n');
  const first = lines[0] ?? '';
  const mark = questionMarkLength(first);
  if (mark === 0 || first.slice(mark).trim() === '') return undefined;
  const behind = answerBehind(first.slice(0, MAX_QUESTION_LENGTH + 10));
  if (behind !== -1) return { title: first.slice(0, behind).trim(), lineCount: 0, column: behind };
  const answer = lines.findIndex((line, at) => at > 0 && answerMarkLength(line, true) > 0);
  const question = answer === -1 ? lines : lines.slice(0, answer);
  const title = question.join('\n');
  return title.length > MAX_QUESTION_LENGTH
    ? { title: first.slice(0, MAX_QUESTION_LENGTH), lineCount: 1, column: 0 }
    : { title, lineCount: question.length, column: 0 };
}

function emphasisedQuestion(paragraph: string): QuestionLine | undefined {
  const mark = EMPHASIS.exec(paragraph)?.[1];
  if (mark === undefined) return undefined;
  const close = endOfEmphasis(paragraph, mark);
  if (close === -1) return undefined;
  const words = paragraph.slice(mark.length, close).replaceAll(`${mark}\n${mark}`, '\n').trim();
  const lineEnd = indexOrEnd(paragraph, '\n', close);
  const isBold = mark.length > 1;
  const lines = countLines(paragraph.slice(0, close));
  const behind = paragraph.slice(close + mark.length, lineEnd);
  const asks = endsWithQuestionMark(words) || (isBold && isQuestionTitle(words));
  if (asks && /^[\s\\\p{P}\p{S}]*$/u.test(behind.replace(BREAK, ''))) {
    return { title: words, lineCount: lines, column: 0 };
  }
  const number = isBold ? NUMBER.exec(words)?.[0] : undefined;
  if (!asks && number !== undefined) {
    const title = paragraph.slice(0, indexOrEnd(paragraph, '\n', 0));
    return { title, lineCount: 1, column: 0, number: Number(/\d+/.exec(number)?.[0]) };
  }
  // The answer follows on the same line, at once or behind a line break.
  if (!asks || !isBold || (!endsWithQuestionMark(words) && !BREAK.test(behind))) return undefined;
  const line = paragraph.lastIndexOf('\n', close) + 1;
  const answer = close + mark.length + (BREAK.exec(behind)?.[0].length ?? 0);
  return { title: words, lineCount: lines - 1, column: answer - line };
}

/** Offset of the mark that ends emphasis at the start of a paragraph; of lines that are each emphasised, the last one's. */
function endOfEmphasis(paragraph: string, mark: string): number {
  const text = paragraph.slice(0, MAX_QUESTION_LENGTH + 2 * mark.length);
  let close = text.indexOf(mark, mark.length + 1);
  while (close !== -1 && text.startsWith(`\n${mark}`, close + mark.length)) {
    const next = text.indexOf(mark, close + 2 * mark.length + 2);
    if (next === -1) break;
    close = next;
  }
  return close;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}
