import { MAX_ANSWER_LENGTH, type AnswerLine } from '../model';
import { answerText } from './answerText';

/** What a note that is the answer line begins with: `In short:`, `TL;DR`, `Answer:`, `요약:`, `한마디로,` and the like. */
const MARKER =
  /^(?:\*\*|__)?(?:in short|in brief|(?:the )?short answer|answer|tl;?\s?dr|한 ?마디로|한 ?줄 ?(?:요약|답변?)|짧은 답변?|요약|결론|정답|답변?)(?<inferred> ?\((?:inferred|추정)\))?\s*(?:[:：,]\s*(?:\*\*|__)?|(?:\*\*|__)\s*[:：]?|\n)\s*/iu;

/** Labels of an answer line in copied text, by language; the parser reads them again. */
const LABELS = { en: ['In short:', 'In short (inferred):'], ko: ['한마디로:', '한마디로 (추정):'] } as const;

/** A note that is marked as the answer line: `tooLong` where it says more than one may, `inferred` where it is a copy of a sentence of the thread. */
export type MarkedNote = AnswerLine | 'tooLong' | 'inferred';

/** Reads a note as an answer line; `undefined` where it is not marked as one, or says nothing. */
export function readMarkedNote(markdown: string): MarkedNote | undefined {
  const marker = MARKER.exec(markdown.trimStart());
  if (marker === null) return undefined;
  const text = answerText(markdown.trimStart().slice(marker[0].length));
  if (text === '') return undefined;
  if (text.length > MAX_ANSWER_LENGTH) return 'tooLong';
  return marker.groups?.['inferred'] === undefined ? { text, from: 'declared' } : 'inferred';
}

/** An answer line as the text of a note that is read again as the same. */
export function markedNote({ text, from }: AnswerLine, language: string): string {
  const [declared, inferred] = /^ko\b/i.test(language) ? LABELS.ko : LABELS.en;
  return `${from === 'declared' ? declared : inferred} ${text}`;
}
