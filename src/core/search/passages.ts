import type { Span, Variant } from '../model';
import { plainTextOf } from '../render/plain';
import { analyse } from '../text/analyser';

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
    const { prose, code } = plainTextOf(post.markdown);
    const text = prose === '' ? code : prose;
    const { start, end, worth, ranges } = bestWindow(text, terms);
    if (best !== undefined && worth <= best.worth) return;
    const passage = { post: at, line: post.line, ...cut(text, start, end, ranges) };
    best = { passage, worth };
  });
  return best?.passage;
}

/** Matched words of `text`, as offsets, in order and without overlaps. */
export function matchRanges(text: string, terms: ReadonlySet<string>): readonly Span[] {
  const ranges: Span[] = [];
  for (const { term, start, end } of analyse(text)) {
    if (terms.has(term) && ranges.at(-1)?.start !== start) ranges.push({ start, end });
  }
  return ranges;
}

interface Window extends Span {
  readonly worth: number;
  readonly ranges: readonly Span[];
}

/** The window of about `LENGTH` characters that holds the most different matched words. */
function bestWindow(text: string, terms: ReadonlySet<string>): Window {
  const ranges = matchRanges(text, terms);
  let best: Window = { start: 0, end: Math.min(text.length, LENGTH), worth: 0, ranges: [] };
  ranges.forEach((first, at) => {
    const start = wordStart(text, Math.max(0, first.start - LEAD));
    const inside = ranges.slice(at).filter(({ end }) => end <= start + LENGTH);
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
