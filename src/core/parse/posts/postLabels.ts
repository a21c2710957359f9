import type { PostKind } from '../../model';

/**
 * A post's label as chat archives write it: `A1`, `A1-Q1`, `A2-1`, `Q2`. The last segment gives the kind (`A` an answer,
 * `Q` a question, a bare number a reply), the segments before it the label of the post it answers.
 */
export interface PostLabel {
  /** Segments joined by `-`. */
  readonly text: string;
  readonly kind: PostKind;
  /** The label of the post it answers; absent for a label of one segment. */
  readonly parent?: string;
  /** Length in characters of the label, from the start of its line up to the text behind it. */
  readonly length: number;
}

// Full-width punctuation, as East Asian input methods type it, needs no space behind it.
const NUMBERED =
  /^ {0,3}(\*\*|__)?([AQ]\d{1,2}(?:[-–－](?:[AQ]\d{0,2}|\d{1,2}))*)(\*\*|__)?(?:[.:)](\*\*|__)?(?=\s|$|\p{Script=Hangul})|[：．）](\*\*|__)?|(?=\s|$))\s*/u;
const LETTER =
  /^ {0,3}(\*\*|__)?([AQ])(\*\*|__)?(?:[.:)](\*\*|__)?(?:\s+|$|(?=\p{Script=Hangul}))|[：．）](\*\*|__)?\s*)/u;

/** Reads the label at the start of a line; a single letter (`Q.`) is one only with `allowLetter`. */
export function readLabel(line: string, allowLetter: boolean): PostLabel | undefined {
  const match = NUMBERED.exec(line) ?? (allowLetter ? LETTER.exec(line) : null);
  if (!match?.[2]) return undefined;
  const boldMarks = [match[1], match[3], match[4], match[5]].filter((mark) => mark !== undefined);
  const text = match[2].replace(/[–－]/g, '-');
  // Without punctuation only a compound label is one: "A4 paper" has none.
  const isPunctuated = /[.:)：．）]/.test(match[0]);
  if (boldMarks.length % 2 !== 0 || (!isPunctuated && !text.includes('-'))) return undefined;
  const segments = text.split('-');
  const last = segments.at(-1) ?? '';
  const parent = segments.slice(0, -1).join('-');
  const kind: PostKind = last.startsWith('Q') ? 'question' : last.startsWith('A') ? 'answer' : 'reply';
  return { text, kind, ...(parent === '' ? {} : { parent }), length: match[0].length };
}
