import type { Span } from '../model';

/** A line of terminal output without escape sequences. */
export interface OutputLine {
  readonly text: string;
  /** Offset in the output of the character at a column of `text`; at its end, the end of its last character. */
  offsetOf(column: number): number;
}

/** Position in the output of the rest of a line, after its prefixes and margin. */
export interface OutputPosition {
  readonly line: OutputLine;
  /** Column of the line where the rest starts. */
  readonly column: number;
  /** Number of exception groups around it. */
  readonly depth: number;
}

const ESCAPE = 0x1b;
const BELL = 0x07;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Splits terminal output into lines without escape sequences: CSI, OSC (hyperlinks, VS Code's shell integration) and
 * two-character ones, as in ECMA-48. A carriage return ends a line; what overwrites it is a line of its own.
 * https://ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function readLines(output: string): readonly OutputLine[] {
  const lines: OutputLine[] = [];
  let at = 0;
  while (at <= output.length) {
    const kept: Span[] = [];
    let keptFrom = at;
    while (at < output.length) {
      const code = output.charCodeAt(at);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code !== ESCAPE) {
        at += 1;
        continue;
      }
      if (at > keptFrom) kept.push({ start: keptFrom, end: at });
      at = endOfSequence(output, at);
      keptFrom = at;
    }
    kept.push({ start: keptFrom, end: at });
    lines.push(lineOf(output, kept));
    at += output.startsWith('\r\n', at) ? 2 : 1;
  }
  return lines;
}

function lineOf(output: string, kept: readonly Span[]): OutputLine {
  const text = kept.map(({ start, end }) => output.slice(start, end)).join('');
  return {
    text,
    offsetOf(column) {
      let remaining = column;
      for (const { start, end } of kept) {
        const length = end - start;
        // The end of the text is the end of its last character, before any sequence that follows.
        if (remaining < length || (remaining === length && column === text.length)) return start + remaining;
        remaining -= length;
      }
      return kept.at(-1)?.end ?? 0;
    },
  };
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
      const code = output.charCodeAt(at);
      if (code === BELL) return at + 1;
      // The string terminator, `ESC \`, is a sequence of its own.
      if (code === ESCAPE || code === LINE_FEED || code === CARRIAGE_RETURN) return at;
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
  return { start: line.offsetOf(column + start), end: line.offsetOf(column + end) };
}
