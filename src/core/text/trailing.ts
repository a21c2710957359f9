/**
 * Where the characters that a text ends with begin; its length where it ends with another one. The text is read from
 * its end: a search for `/[x]+$/` tries each run of such characters at each of its places, which is quadratic.
 *
 * @param character Matches one of these characters, alone.
 */
export function trailingStart(text: string, character: RegExp): number {
  let start = text.length;
  while (start > 0) {
    const width = (text.codePointAt(start - 2) ?? 0) > 0xffff ? 2 : 1;
    if (!character.test(text.slice(start - width, start))) break;
    start -= width;
  }
  return start;
}

/** A text without the characters of a kind that it ends with. */
export function withoutTrailing(text: string, character: RegExp): string {
  return text.slice(0, trailingStart(text, character));
}
