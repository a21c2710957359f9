import { isNo, isYes } from '../answerLine/sentenceWording';
import type { Problem } from '../archive/problems';
import type { AnswerLine, Post } from '../model';
import { detectLanguage } from '../text/languageDetection';

/**
 * Problems of a declared answer line, which is kept all the same: the author may know better.
 *
 * @param line The line of the document, counted from one, that declares it.
 */
export function answerProblems(
  { text }: AnswerLine,
  posts: readonly Post[],
  { path: document, language }: { readonly path: string; readonly language: string },
  line: number,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (kind: Problem['kind'], ...args: readonly string[]): void => {
    problems.push({ kind, severity: 'warning', document, line, args });
  };
  if (isOtherLanguage(text, language)) report('answerLanguage', language);
  if (contradicts(text, posts)) report('answerContradicts');
  return problems;
}

/** Whether a text is in another script than its entry: languages of one script are not told apart. */
function isOtherLanguage(text: string, language: string): boolean {
  const prose = text.replace(/`[^`]*`/g, '');
  const [found, declared] = [detectLanguage(prose), language.toLowerCase().split('-', 1)[0] ?? ''];
  return (
    found !== declared && (OTHER_SCRIPTS.has(declared) ? /\p{L}{3}/u.test(prose) : OTHER_SCRIPTS.has(found))
  );
}

/** Languages that are detected by their script. */
const OTHER_SCRIPTS = new Set(['ko', 'ja', 'zh']);

/** Whether it says yes where the first answer says no, or the reverse, and no later note explains why. */
function contradicts(text: string, posts: readonly Post[]): boolean {
  const first = posts.find(({ kind }) => kind === 'answer')?.markdown ?? '';
  if (posts.some(({ kind }) => kind === 'note')) return false;
  return (isYes(text) && isNo(first)) || (isNo(text) && isYes(first));
}
