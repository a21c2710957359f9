import type { Span, Variant } from '../model';
import type { IndexedText } from './forwardIndex';
import type { MatchPosition, TermMatch } from './scorer';

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

/** A matched stretch of a segment, and which of the query's words it matched. */
interface Found extends Span {
  readonly of: number;
}

/** About two lines of a quick pick, in characters. */
const LENGTH = 160;
/** What a passage of code counts beside one of prose, which says why. */
const CODE = 0.6;
/** Characters shown before the first matched word. */
const LEAD = 30;

/** Where each segment of a text was matched, in order. */
export function matchedBySegment(
  text: IndexedText,
  matches: readonly (TermMatch | undefined)[],
): ReadonlyMap<number, readonly Found[]> {
  const bySegment = new Map<number, Found[]>();
  matches.forEach((match, of) => {
    for (const place of match?.positions ?? []) {
      const { segment, start, end } = spanOf(text, place);
      const found = bySegment.get(segment);
      if (found === undefined) bySegment.set(segment, [{ start, end, of }]);
      else found.push({ start, end, of });
    }
  });
  for (const found of bySegment.values()) found.sort((a, b) => a.start - b.start || b.end - a.end);
  return bySegment;
}

function spanOf(text: IndexedText, { word, length }: MatchPosition): { segment: number } & Span {
  const first = text.locate(word);
  return { ...first, end: length === 1 ? first.end : text.locate(word + length - 1).end };
}

/** Matched stretches in order and without overlaps. */
export function rangesOf(found: readonly Span[]): readonly Span[] {
  const ranges: Span[] = [];
  for (const { start, end } of found) {
    const last = ranges.at(-1);
    if (last === undefined || start >= last.end) ranges.push({ start, end });
    else if (end > last.end) ranges[ranges.length - 1] = { start: last.start, end };
  }
  return ranges;
}

/**
 * The best passage of a variant, by how much its matched words are `worth` (of each word of the query); the first
 * post's beginning when no post was matched.
 */
export function bestPassage(
  variant: Variant,
  { segments }: IndexedText,
  matched: ReadonlyMap<number, readonly Found[]>,
  worth: readonly number[],
): Passage | undefined {
  let best: { readonly segment: number; readonly at: Window } | undefined;
  for (const [segment, found] of matched) {
    const { post, field, text = '' } = segments[segment] ?? {};
    if (post === undefined) continue;
    const window = bestWindow(text, found, worth);
    const at = field === 'code' ? { ...window, worth: window.worth * CODE } : window;
    const isBetter =
      best === undefined ||
      at.worth > best.at.worth ||
      (at.worth === best.at.worth && segment < best.segment);
    if (isBetter) best = { segment, at };
  }
  const segment = best?.segment ?? segments.findIndex(({ post }) => post !== undefined);
  const { post, text } = segments[segment] ?? {};
  const line = post === undefined ? undefined : variant.posts[post]?.line;
  if (post === undefined || text === undefined || line === undefined) return undefined;
  const { start, end } = best?.at ?? { start: 0, end: Math.min(text.length, LENGTH) };
  return { post, line, ...cut(text, start, end, rangesOf(matched.get(segment) ?? [])) };
}

interface Window extends Span {
  readonly worth: number;
}

/** The window of about `LENGTH` characters whose matched words are worth most, each word of the query counted once. */
function bestWindow(text: string, found: readonly Found[], worth: readonly number[]): Window {
  let best: Window = { start: 0, end: Math.min(text.length, LENGTH), worth: -1 };
  let next = 0;
  found.forEach((first, at) => {
    const start = wordStart(text, Math.max(0, first.start - LEAD));
    while ((found[next]?.end ?? Infinity) <= start + LENGTH) next += 1;
    const inside = found.slice(at, next);
    let sum = inside.length / 1000;
    for (const of of new Set(inside.map((one) => one.of))) sum += worth[of] ?? 0;
    if (sum > best.worth) best = { start, end: Math.min(text.length, start + LENGTH), worth: sum };
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
