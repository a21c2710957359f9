import type { Span, Variant } from '../model';
import { analyse, type Token } from '../text/analyser';
import { analysedTextOf, type AnalysedText } from './postText';

/** The stretch of an entry that best shows why it was found. */
export interface Passage {
  /** Index in the variant's posts. */
  readonly post: number;
  /** Line of the document, counted from one, where that post begins. */
  readonly line: number;
  readonly text: string;
  /** Matched words, as offsets in `text`. */
  readonly ranges: readonly Span[];
}

/** About two lines of a quick pick, in characters. */
const LENGTH = 160;
/** Characters shown before the first matched word. */
const LEAD = 30;

/** The best passage of a variant for the document terms that matched; the first post's beginning when none is left. */
export function bestPassage(variant: Variant, terms: ReadonlySet<string>): Passage | undefined {
  let best: { passage: Passage; worth: number } | undefined;
  variant.posts.forEach((post, at) => {
    const analysed = analysedTextOf(post);
    const { start, end, worth, ranges } = bestWindow(analysed, terms);
    if (best !== undefined && worth <= best.worth) return;
    const passage = { post: at, line: post.line, ...cut(analysed.text, start, end, ranges) };
    best = { passage, worth };
  });
  return best?.passage;
}

/** Matched words of `text`, as offsets, in order and without overlaps. */
export function matchRanges(text: string, terms: ReadonlySet<string>): readonly Span[] {
  return rangesOf(analyse(text), terms);
}

function rangesOf(tokens: readonly Token[], terms: ReadonlySet<string>): readonly Span[] {
  const ranges: Span[] = [];
  for (const { term, start, end } of tokens) {
    if (terms.has(term) && ranges.at(-1)?.start !== start) ranges.push({ start, end });
  }
  return ranges;
}

interface Window extends Span {
  readonly worth: number;
  readonly ranges: readonly Span[];
}

/** The window of about `LENGTH` characters that holds the most different matched words. */
function bestWindow({ text, tokens }: AnalysedText, terms: ReadonlySet<string>): Window {
  const ranges = rangesOf(tokens, terms);
  let best: Window = { start: 0, end: Math.min(text.length, LENGTH), worth: 0, ranges: [] };
  let next = 0;
  ranges.forEach((first, at) => {
    const start = wordStart(text, Math.max(0, first.start - LEAD));
    while ((ranges[next]?.end ?? Infinity) <= start + LENGTH) next += 1;
    const inside = ranges.slice(at, next);
    const different = new Set(inside.map((range) => text.slice(range.start, range.end).toLowerCase())).size;
    const worth = different + inside.length / 100;
    if (worth > best.worth) best = { start, end: Math.min(text.length, start + LENGTH), worth, ranges };
  });
  return best;
}

function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.slice(offset, offset + LEAD).search(/\s/);
  return space === -1 ? offset : offset + space + 1;
}

/** The window as one line, with an ellipsis where the text goes on. */
function cut(
  text: string,
  start: number,
  end: number,
  ranges: readonly Span[],
): Pick<Passage, 'text' | 'ranges'> {
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).replace(/\s/g, ' ') + after,
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start + shift, end: range.end + shift })),
  };
}
