import { trailingStart } from './trailing';

/** Control characters, line and paragraph separators, and marks that change the direction of text. */
export const INVISIBLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const INVISIBLE_OR_SPACE = new RegExp(`(?:${INVISIBLE.source}|\\s)+`, 'gu');

/** Untrusted text on one line: invisible characters and runs of white space become one space. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE_OR_SPACE, ' ').trim();
}

/** A text of at most `maxLength` code points, which end with an ellipsis where it is longer. */
export function shorten(text: string, maxLength: number): string {
  // No text has more code points than UTF-16 units.
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/** UTF-16 units of a word that is not cut; a longer one, such as a URL, is. */
const MAX_WHOLE_WORD = 40;

/**
 * The offset at or before `end` where a text can be cut without cutting a word. Inside a run of more than
 * `MAX_WHOLE_WORD` units without a space it is `end`, or one before it where that is inside a surrogate pair.
 */
export function wordEndBefore(text: string, end: number): number {
  if (end >= text.length) return text.trimEnd().length;
  const before = text.slice(0, end);
  if (/\s/.test(text.charAt(end))) return before.trimEnd().length;
  const word = lastWordLength(before.slice(-MAX_WHOLE_WORD - 1));
  const whole = before.slice(0, before.length - word).trimEnd().length;
  if (word <= MAX_WHOLE_WORD && whole > 0) return whole;
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end;
}

/**
 * The offset at or after `start`, and at most `limit`, where a word begins. Without one, the beginning of the word around
 * `limit` unless that is more than `MAX_WHOLE_WORD` units before `start`; otherwise `limit`.
 */
export function wordStartAfter(text: string, start: number, limit: number): number {
  if (start <= 0) return 0;
  const next = text.slice(start - 1, limit).search(/\s(?=\S|$)/);
  if (next !== -1) return start + next;
  const before = text.slice(Math.max(0, start - MAX_WHOLE_WORD), start);
  const word = lastWordLength(before);
  return word < before.length || word === start ? start - word : limit;
}

function lastWordLength(text: string): number {
  return text.length - trailingStart(text, /\S/);
}

/** A text of at most `maxLength` UTF-16 units, cut after a word and ended with an ellipsis where it is longer. */
export function shortenAtWord(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, wordEndBefore(text, maxLength - 1))}…`;
}

/** The first of several names, and how many more there are. */
export interface FirstNames {
  readonly first: readonly string[];
  readonly more: number;
}

/** The first `limit` of the names, without duplicates. */
export function firstOf(names: readonly string[], limit: number): FirstNames {
  const distinct = [...new Set(names)];
  return { first: distinct.slice(0, limit), more: Math.max(0, distinct.length - limit) };
}
