import type { PostKind } from '../../model';

/**
 * A post's label as chat archives write it: `A1`, `A1-Q1`, `A2-1`, `Q2`. Each segment after the first answers
 * what stands before it. `A` is an answer, `Q` a question, a bare number a reply.
 */
export interface PostLabel {
  /** Segments joined by `-`. */
  readonly text: string;
  readonly kind: PostKind;
  /** The label this one answers; absent at the top. */
  readonly parent?: string;
  /** Number of characters the label takes at the start of its line, with what follows up to the text. */
  readonly length: number;
}

// Full-width punctuation, as Korean, Japanese and Chinese keyboards type it, needs no space behind it.
const NUMBERED =
  /^ {0,3}(\*\*|__)?([AQ]\d{1,2}(?:[-–－](?:[AQ]\d{0,2}|\d{1,2}))*)(\*\*|__)?(?:[.:)](\*\*|__)?(?=\s|$|\p{Script=Hangul})|[：．）](\*\*|__)?|(?=\s|$))\s*/u;
const LETTER =
  /^ {0,3}(\*\*|__)?([AQ])(\*\*|__)?(?:[.:)](\*\*|__)?(?:\s+|$|(?=\p{Script=Hangul}))|[：．）](\*\*|__)?\s*)/u;

/** Reads the label at the start of a line; a single letter (`Q.`) counts only when `letters` is set. */
export function readLabel(line: string, letters: boolean): PostLabel | undefined {
  const found = NUMBERED.exec(line) ?? (letters ? LETTER.exec(line) : null);
  if (!found?.[2]) return undefined;
  const bold = [found[1], found[3], found[4], found[5]].filter((mark) => mark !== undefined);
  const text = found[2].replace(/[–－]/g, '-');
  // Without punctuation only a compound label is one: "A4 paper" is not.
  const punctuated = /[.:)：．）]/.test(found[0]);
  if (bold.length % 2 !== 0 || (!punctuated && !text.includes('-'))) return undefined;
  const segments = text.split('-');
  const last = segments.at(-1) ?? '';
  const parent = segments.slice(0, -1).join('-');
  const kind: PostKind = last.startsWith('Q') ? 'question' : last.startsWith('A') ? 'answer' : 'reply';
  return { text, kind, ...(parent === '' ? {} : { parent }), length: found[0].length };
}
