import type { MappedLine } from '../../mappedLine';
import { MappedText } from '../../mappedText';

const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Lines without blank ones, rules, line breaks and comments at either end. */
export function trimmed(lines: readonly MappedLine[]): MappedText {
  let first = 0;
  let last = lines.length;
  while (first < last && isEmpty(lines[first]!)) first += 1;
  while (last > first && isEmpty(lines[last - 1]!)) last -= 1;
  return new MappedText(lines.slice(first, last));
}

function isEmpty({ text }: MappedLine): boolean {
  return text.trim() === '' || RULE.test(text) || /^\s*(?:<br *\/?>|<!--[^<>]{0,300}-->)\s*$/i.test(text);
}
