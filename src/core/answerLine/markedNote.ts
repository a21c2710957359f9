import { escapeInline } from '../markdown/escapeInline';
import { MAX_ANSWER_LENGTH, type AnswerLine } from '../model';
import { markdown } from '../parse/markdownParser';
import { oneLine } from '../text/shorten';
import { textWithCode } from './answerText';

/** What a note that is the answer line begins with: `In short:`, `TL;DR`, `Answer:`, `요약:`, `한마디로,` and the like. */
const MARKER =
  /^(?:\*\*|__)?(?:(?<adverb>in short|in brief|한 ?마디로)|(?:the )?short answer|answer|tl;?\s?dr|한 ?줄 ?(?:요약|답변?)|짧은 답변?|요약|결론|정답|답변?)(?<inferred> ?\((?:inferred|추정)\))?[ \t]*(?:[:：][ \t]*(?:\*\*|__)?|(?:\*\*|__)[ \t]*[:：]?|(?<comma>,))[ \t]*/iu;

/** Labels of an answer line in copied text, by language; the parser reads them again. */
const LABELS = {
  en: ['In short:', 'In short (inferred):'],
  ko: ['한마디로:', '한마디로 (추정):'],
} as const;

/** A note that is marked as the answer line. */
export interface MarkedNote {
  /** Absent where it is too long, and where it is a copy of a sentence of the thread. */
  readonly answer?: AnswerLine;
  readonly isTooLong: boolean;
  /** Whether it says nothing but the answer line, so that it is no post. */
  readonly isOnlyAnswer: boolean;
}

/** Reads the first paragraph of a note as an answer line; `undefined` where it is not marked as one, or says nothing. */
export function readMarkedNote(note: string): MarkedNote | undefined {
  const text = note.trimStart();
  const marker = MARKER.exec(text);
  if (marker === null || (marker.groups?.['comma'] !== undefined && marker.groups['adverb'] === undefined))
    return undefined;
  const tokens = markdown.parse(text.slice(marker[0].length), {});
  const [open, inline] = tokens;
  if (open?.type !== 'paragraph_open' || inline === undefined) return undefined;
  const line = oneLine(textWithCode(inline.children ?? []));
  if (line === '') return undefined;
  const isTooLong = line.length > MAX_ANSWER_LENGTH;
  const isCopied = marker.groups?.['inferred'] !== undefined;
  const isPlain = (inline.children ?? []).every(({ type }) => type !== 'image' && type !== 'link_open');
  return {
    ...(isTooLong || isCopied ? {} : { answer: { text: line, from: 'declared' } }),
    isTooLong,
    isOnlyAnswer: !isTooLong && isPlain && tokens.length === 3,
  };
}

/** An answer line as the text of a note that is read again as the same. */
export function markedNote({ text, from }: AnswerLine, language: string): string {
  const [declared, inferred] = /^ko\b/i.test(language) ? LABELS.ko : LABELS.en;
  const escaped = text
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 0 ? escapeInline(part) : part))
    .join('');
  return `${from === 'declared' ? declared : inferred} ${escaped}`;
}
