import { answerOfNotes } from '../answerLine/noteAnswer';
import { isNo, isYes } from '../answerLine/sentenceWording';
import type { Problem } from '../archive/problems';
import type { AnswerLine, Post } from '../model';
import { detectLanguage } from '../text/languageDetection';
import type { DocumentContext } from './readEntry';

/**
 * The answer line that front matter or the first note declares, with a problem for each thing that looks wrong about it.
 * Doubtful lines are kept: the author may know better.
 */
export function declaredAnswer(
  posts: readonly Post[],
  { path, metadata, language }: Pick<DocumentContext, 'path' | 'metadata' | 'language'>,
): { readonly answer?: AnswerLine; readonly problems: readonly Problem[] } {
  const { answer: text, answerAt = 1 } = metadata;
  const note = answerOfNotes(posts);
  const noteLine = posts.find(({ kind }) => kind === 'note')?.line ?? 1;
  const problems: Problem[] = [];
  const report = (kind: Problem['kind'], line: number, ...args: readonly string[]): void => {
    problems.push({ kind, severity: 'warning', document: path, line, args });
  };
  if (note === 'tooLong') report('answerNoteTooLong', noteLine);
  const ofNote = note === 'tooLong' ? undefined : note;
  const answer = text === undefined ? ofNote : ({ text, from: 'declared' } as const);
  if (answer === undefined) return { problems };
  const line = text === undefined ? noteLine : answerAt;
  if (isOtherLanguage(answer.text, language)) report('answerLanguage', line, language);
  if (contradicts(answer.text, posts)) report('answerContradicts', line);
  return { answer, problems };
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
