/**
 * What marks questions and answers at the start of a line, in the languages of public FAQ pages: `Q.`, `**Q1:**`,
 * `질문:`, `Pregunta:` and `A.`, `답변:`, `Respuesta:`. Letters other than Q and A are marks only of lines that ask.
 */
const QUESTION_WORDS =
  'q|question|질문|문|問|问|質問|问题|pregunta|pergunta|frage|вопрос|soru|tanya|pertanyaan|domanda|pytanie|hỏi|câu hỏi|سؤال|प्रश्न';
const QUESTION_LETTERS = 't|p|f|d|в|s|h';
const ANSWER_WORDS =
  'a|answer|답변|답|答|回答|答案|respuesta|resposta|réponse|antwort|ответ|cevap|jawab|jawaban|risposta|odpowiedź|đáp|trả lời|إجابة|उत्तर';
const ANSWER_LETTERS = 'j|r|о|c|đ';

const BOLD = String.raw`(?:\*\*|__)`;
const marker = (words: string): RegExp =>
  new RegExp(
    String.raw`^\s{0,8}(?:${BOLD}\s{0,4})?(?:${words})(?:[ \t]?\d{1,3})?\s{0,4}(?:(?:${BOLD}\s{0,4})?[.:)：．）](?:\s{0,4}${BOLD}(?=\s|$))?|${BOLD}(?=\s|$))\s{0,8}`,
    'iu',
  );

const QUESTION = marker(QUESTION_WORDS);
const QUESTION_LETTER = marker(QUESTION_LETTERS);
const ANSWER = marker(ANSWER_WORDS);
const ANY_ANSWER = marker(`${ANSWER_WORDS}|${ANSWER_LETTERS}`);
/** An answer's mark behind its question on one line. */
const ANSWER_BEHIND = new RegExp(
  String.raw`\s(?:<br\s*/?>\s*)?(?=(?:\*\*|__)(?:${ANSWER_WORDS})\s*(?:[.:：．](?:\*\*|__)|(?:\*\*|__)[.:：．]))`,
  'iu',
);
const ASKS = /[?？]/;

/** Length in characters of the mark that a line begins with as a question; zero where it has none. */
export function questionMarkLength(line: string): number {
  const match = QUESTION.exec(line) ?? (ASKS.test(line) ? QUESTION_LETTER.exec(line) : null);
  return match?.[0].length ?? 0;
}

/**
 * Length in characters of the mark that a line begins with as an answer; zero where it has none.
 *
 * @param mayBeLetter Whether the letters of other languages than English count, as they do below a marked question.
 */
export function answerMarkLength(line: string, mayBeLetter: boolean): number {
  return (mayBeLetter ? ANY_ANSWER : ANSWER).exec(line)?.[0].length ?? 0;
}

/** Offset in a line of a marked answer behind the question that it begins with, or -1. */
export function answerBehind(line: string): number {
  const match = ANSWER_BEHIND.exec(line);
  return match === null ? -1 : match.index + match[0].length;
}
