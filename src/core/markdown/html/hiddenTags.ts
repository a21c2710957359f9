import { attributesOf, tagAt, type Tag } from './tags';

/** Whether a text has hidden tags, line breaks and anchors only. */
export function holdsOnlyHiddenTags(text: string): boolean {
  for (let at = endOfSpace(text, 0); at < text.length;) {
    const tag = tagAt(text, at);
    if (tag === undefined) return false;
    at += tag.length;
    if (isAnchor(tag)) {
      const close = /\s*<\/a>/iy;
      close.lastIndex = at;
      if (!close.test(text)) return false;
      at = close.lastIndex;
    } else if (tag.kind !== 'hidden' && tag.kind !== 'break') {
      return false;
    }
    at = endOfSpace(text, at);
  }
  return true;
}

/** A text without white space, and without lines of hidden tags, at its beginning and end. */
export function withoutHiddenLines(text: string): string {
  const lines = text.split('\n');
  let start = 0;
  while (start < lines.length && holdsOnlyHiddenTags(lines[start]!)) start += 1;
  let end = lines.length;
  while (end > start && holdsOnlyHiddenTags(lines[end - 1]!)) end -= 1;
  return lines.slice(start, end).join('\n').trim();
}

/** Whether a tag opens a link without a target, which is a place that links lead to. */
export function isAnchor(tag: Tag): boolean {
  return tag.kind === 'link' && !tag.isClosing && (attributesOf(tag)['href'] ?? '') === '';
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}
