import type { Span } from '../model';
import { MappedTextBuilder, type MappedText } from './lines/mappedText';

/** Position in the output of the rest of a line, after its prefixes and margin. */
export interface OutputPosition {
  readonly line: MappedText;
  /** Column of the line where the rest starts. */
  readonly column: number;
  /** Number of exception groups around it. */
  readonly depth: number;
}

/** In UTF-16 units: a longer line is read in parts. */
const MAX_LINE_LENGTH = 1 << 16;
const ESCAPE = '\u001b';
const BELL = 0x07;
const LINE_END = /[\n\r\u2028\u2029]/;
/** Whatever is not copied: escape sequences, line ends, control characters, invisible characters, no-break spaces. */
const SPECIAL = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u00a0\u200b\u2060\ufeff]/gu;

/**
 * Splits terminal output into lines without escape sequences: CSI, OSC (hyperlinks, VS Code's shell integration) and
 * two-character ones, as in ECMA-48. Control characters are dropped, no-break spaces become blanks. A carriage return
 * ends a line; what overwrites it is a line of its own.
 * https://ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function* readLines(source: MappedText): Generator<MappedText> {
  const { text: output } = source;
  let builder = new MappedTextBuilder(source, 0);
  let copied = 0;
  let lineStart = 0;
  const endLine = (end: number, next: number): MappedText => {
    const line = builder.copy(copied, end).build();
    builder = new MappedTextBuilder(source, next);
    copied = lineStart = next;
    return line;
  };
  for (let at = 0; at < output.length;) {
    const special = nextSpecial(output, at);
    while (special - lineStart > MAX_LINE_LENGTH) {
      const end = Math.max(copied, lineStart + MAX_LINE_LENGTH);
      yield endLine(end, end);
    }
    if (special === output.length) break;
    const character = output.charAt(special);
    if (LINE_END.test(character)) {
      at = special + (output.startsWith('\r\n', special) ? 2 : 1);
      yield endLine(special, at);
      continue;
    }
    builder.copy(copied, special);
    at = character === ESCAPE ? endOfSequence(output, special) : special + 1;
    if (character === '\u00a0') builder.replace(special, at, ' ');
    copied = at;
  }
  yield endLine(output.length, output.length);
}

function nextSpecial(output: string, at: number): number {
  SPECIAL.lastIndex = at;
  return SPECIAL.exec(output)?.index ?? output.length;
}

/** End of the escape sequence that starts at an offset; an unterminated one ends with its line. */
function endOfSequence(output: string, escape: number): number {
  const kind = output.charAt(escape + 1);
  let at = escape + 2;
  if (kind === '[') {
    while (isBetween(output.charCodeAt(at), 0x20, 0x3f)) at += 1;
    return isBetween(output.charCodeAt(at), 0x40, 0x7e) ? at + 1 : at;
  }
  if (kind !== '' && ']PX^_'.includes(kind)) {
    for (; at < output.length; at += 1) {
      const character = output.charAt(at);
      if (character.charCodeAt(0) === BELL) return at + 1;
      // The string terminator, `ESC \`, is a sequence of its own.
      if (character === ESCAPE || LINE_END.test(character)) return at;
    }
    return at;
  }
  // Such as the designation of a character set, `ESC ( B`.
  at = escape + 1;
  while (isBetween(output.charCodeAt(at), 0x20, 0x2f)) at += 1;
  return isBetween(output.charCodeAt(at), 0x30, 0x7e) ? at + 1 : at;
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

/** Columns of the rest of a line as offsets in the output. */
export function spanIn({ line, column }: OutputPosition, start: number, end: number): Span {
  const from = line.offsetOf(column + start);
  return { start: from, end: Math.max(from, line.endOf(column + end)) };
}
