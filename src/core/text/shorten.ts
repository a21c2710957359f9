/** Control characters, line and paragraph separators, and marks that change the direction of text. */
export const INVISIBLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Untrusted text on one line: invisible characters and runs of white space become one space. */
export function oneLine(text: string): string {
  return text.replace(new RegExp(`(?:${INVISIBLE.source}|\\s)+`, 'gu'), ' ').trim();
}

/** A text of at most `maxLength` code points, which end with an ellipsis where it is longer. */
export function shorten(text: string, maxLength: number): string {
  // No text has more code points than UTF-16 units.
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
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
