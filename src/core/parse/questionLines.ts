import { isQuestionTitle } from './questionTitles';

/** The level of sections that begin with a question on a line of its own: below all headings. */
export const QUESTION_LINE_LEVEL = 7;

const QUESTION_MARKER = /^(\*\*|__)?(Q|질문)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
const ANSWER_MARKER = /^(\*\*|__)?(A|답변?)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
const BOLD = /^(\*\*|__)(?=\S)(.{1,300}\S)\1[ \\]*$/;
/** The longest question that is taken for a title, in characters. */
const MAX_QUESTION_LENGTH = 300;

/** A question without a heading: its text, which may have several lines, and how many lines of the paragraph it has. */
interface QuestionLine {
  readonly title: string;
  readonly lineCount: number;
}

/**
 * The question at the start of a paragraph: a line marked `Q.`, up to the `A.` where that is in the same paragraph, or a
 * line that is bold from end to end and asks.
 */
export function questionLine(paragraph: string): QuestionLine | undefined {
  const lines = paragraph.split('\n');
  const first = lines[0] ?? '';
  const bold = BOLD.exec(first)?.[2] ?? '';
  if (bold !== '' && !bold.includes('**') && (isQuestionTitle(bold) || QUESTION_MARKER.test(bold))) {
    return { title: bold, lineCount: 1 };
  }
  if (!QUESTION_MARKER.test(first)) return undefined;
  const answer = lines.findIndex((line) => ANSWER_MARKER.test(line));
  const question = answer === -1 ? lines : lines.slice(0, answer);
  const title = question.join('\n');
  return title.length > MAX_QUESTION_LENGTH
    ? { title: first.slice(0, MAX_QUESTION_LENGTH), lineCount: 1 }
    : { title, lineCount: question.length };
}
