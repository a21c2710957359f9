import type { Span } from '../model';

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A Japanese particle or ending of one syllable, which carries no meaning. */
const ENDING = /^\p{Script=Hiragana}$/u;
/** UTF-16 units that are segmented at once; a segmenter looks at whole sentences. */
const MAX_LENGTH = 500;

let segmenter: Intl.Segmenter | undefined;

/** Whether a run of letters may consist of several words without spaces between them. */
export function isUnspaced(run: string): boolean {
  return UNSPACED.test(run);
}

/**
 * The words of a run without spaces, in order: those that the runtime's dictionary knows (Unicode Standard Annex #29);
 * without one, its characters. Single Hiragana are left out.
 */
export function* wordsOfUnspaced(run: string): Generator<Span> {
  for (let offset = 0; offset < run.length; offset += MAX_LENGTH) {
    const part = run.slice(offset, offset + MAX_LENGTH);
    for (const { start, end } of hasSegmenter() ? segmented(part) : characters(part)) {
      if (!ENDING.test(part.slice(start, end))) yield { start: offset + start, end: offset + end };
    }
  }
}

function hasSegmenter(): boolean {
  return typeof (Intl as { readonly Segmenter?: unknown }).Segmenter === 'function';
}

function* segmented(text: string): Generator<Span> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index } of segmenter.segment(text))
    yield { start: index, end: index + segment.length };
}

function* characters(text: string): Generator<Span> {
  let start = 0;
  for (const letter of text) {
    yield { start, end: start + letter.length };
    start += letter.length;
  }
}
