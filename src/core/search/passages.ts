import { addToGroup } from '../base/grouping';
import type { Span, Variant } from '../model';
import { wordEndBefore, wordStartAfter } from '../text/shorten';
import type { IndexedText } from './forwardIndex';
import type { MatchPosition, TermMatch } from './termMatch';

/** The part of a post that shows best why its entry matches. */
export interface Passage {
  /** Index in the variant's posts. */
  readonly post: number;
  /** Line of the document, counted from one, where that post begins. */
  readonly line: number;
  readonly text: string;
  /** Matched words, as offsets in `text`. */
  readonly ranges: readonly Span[];
}

/** Matched words of a segment, as offsets in its text, and the index of the query term that they match. */
interface SegmentMatch extends Span {
  readonly term: number;
}

/** UTF-16 units of a passage: about two lines of a quick pick. */
const PASSAGE_LENGTH = 160;
/** UTF-16 units of context before the first matched word. */
const LEAD_LENGTH = 30;
/** Factor on the score of a passage of code: prose says more. */
const CODE_FACTOR = 0.6;

/** The matches in each segment of a text, by the segment's index, in the order of their offsets. */
export function matchesBySegment(
  text: IndexedText,
  matches: readonly (TermMatch | undefined)[],
): ReadonlyMap<number, readonly SegmentMatch[]> {
  const bySegment = new Map<number, SegmentMatch[]>();
  matches.forEach((match, term) => {
    for (const matched of match?.positions ?? []) {
      const { segment, start, end } = spanOf(text, matched);
      addToGroup(bySegment, segment, { start, end, term });
    }
  });
  for (const inSegment of bySegment.values()) inSegment.sort((a, b) => a.start - b.start || b.end - a.end);
  return bySegment;
}

function spanOf(text: IndexedText, { position, length }: MatchPosition): { segment: number } & Span {
  const { segment, start } = text.locate(position);
  return { segment, start, end: text.locate(position + length - 1).end };
}

/** Spans in order of their starts as ranges that do not overlap. */
export function mergeRanges(spans: readonly Span[]): readonly Span[] {
  const ranges: Span[] = [];
  for (const { start, end } of spans) {
    const last = ranges.at(-1);
    if (last === undefined || start >= last.end) ranges.push({ start, end });
    else if (end > last.end) ranges[ranges.length - 1] = { start: last.start, end };
  }
  return ranges;
}

/**
 * The best passage of a variant, by the sum of the scores of the query terms in it; the beginning of the first post where
 * no post matches.
 *
 * @param termScores The score of each query term.
 */
export function bestPassage(
  variant: Variant,
  { segments }: Pick<IndexedText, 'segments'>,
  bySegment: ReadonlyMap<number, readonly SegmentMatch[]>,
  termScores: readonly number[],
): Passage | undefined {
  let best: { readonly segment: number; readonly window: Window } | undefined;
  for (const [segment, matches] of bySegment) {
    const { post, field, text = '' } = segments[segment] ?? {};
    if (post === undefined) continue;
    const { start, end, score: unweighted } = bestWindow(text, matches, termScores);
    const score = field === 'code' ? unweighted * CODE_FACTOR : unweighted;
    const isBetter =
      best === undefined ||
      score > best.window.score ||
      (score === best.window.score && segment < best.segment);
    if (isBetter) best = { segment, window: { start, end, score } };
  }
  const segment = best?.segment ?? segments.findIndex(({ post }) => post !== undefined);
  const { post = -1, text = '' } = segments[segment] ?? {};
  const line = variant.posts[post]?.line;
  if (line === undefined) return undefined;
  const window = best?.window ?? bestWindow(text, [], termScores);
  return { post, line, ...excerpt(text, window, mergeRanges(bySegment.get(segment) ?? [])) };
}

interface Window extends Span {
  readonly score: number;
}

/**
 * The window of about `PASSAGE_LENGTH` whose query terms score most, each counted once; more matches break ties. The
 * first window without matches. It begins and ends at words.
 */
function bestWindow(text: string, matches: readonly SegmentMatch[], termScores: readonly number[]): Window {
  let best: Window = { start: 0, end: wordEndBefore(text, PASSAGE_LENGTH), score: -1 };
  let next = 0;
  matches.forEach((first, at) => {
    const start = wordStartAfter(text, first.start - LEAD_LENGTH, first.start);
    const end = wordEndBefore(text, start + PASSAGE_LENGTH);
    while ((matches[next]?.end ?? Infinity) <= end) next += 1;
    const inside = matches.slice(at, next);
    let score = inside.length / 1000;
    for (const term of new Set(inside.map((match) => match.term))) score += termScores[term] ?? 0;
    if (score > best.score) best = { start, end, score };
  });
  return best;
}

/** A window of a text on one line, with an ellipsis where the text continues. */
function excerpt(
  text: string,
  { start, end }: Span,
  ranges: readonly Span[],
): Pick<Passage, 'text' | 'ranges'> {
  const before = start > 0 ? '… ' : '';
  const after = text.slice(end).trim() === '' ? '' : ' …';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).replace(/\s/g, ' ') + after,
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start + shift, end: range.end + shift })),
  };
}
