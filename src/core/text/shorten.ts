/** Control characters, and marks that turn the direction of what follows. */
export const INVISIBLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The text of a stranger on one line, for where no line may end and no direction turn. */
export function oneLine(text: string): string {
  return text.replace(new RegExp(`(?:${INVISIBLE.source}|\\s)+`, 'gu'), ' ').trim();
}

/** A text of at most so many characters (code points), with an ellipsis where it goes on. */
export function shorten(text: string, most: number): string {
  // A code unit is never more than one character.
  if (text.length <= most) return text;
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** The first few of some names, each once, and how many more there are. */
export interface FirstNames {
  readonly first: readonly string[];
  readonly more: number;
}

/** The first `most` of the names, each once. */
export function firstOf(names: readonly string[], most: number): FirstNames {
  const distinct = [...new Set(names)];
  return { first: distinct.slice(0, most), more: Math.max(0, distinct.length - most) };
}
