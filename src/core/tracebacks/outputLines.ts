import type { Span } from '../model';

/** A line of terminal output as it would be read on the screen. */
export interface OutputLine {
  readonly text: string;
  /** Where the character at a column of `text` stands in the output; at the end, where the last one ends. */
  offsetOf(column: number): number;
}

/** Where in the output something was found. */
export interface OutputPosition {
  readonly line: OutputLine;
  /** Columns that were taken off the front of the line. */
  readonly column: number;
  /** How many exception groups it is in. */
  readonly depth: number;
}

const ESCAPE = 0x1b;
const BELL = 0x07;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;

/**
 * Lines of terminal output without escape sequences: CSI, OSC (addresses, VS Code's shell integration) and the short
 * ones, as ECMA-48 describes them. A carriage return ends a line: what is printed over it is a line of its own.
 */
export function readLines(output: string): readonly OutputLine[] {
  const lines: OutputLine[] = [];
  let at = 0;
  while (at <= output.length) {
    const kept: Span[] = [];
    let from = at;
    while (at < output.length) {
      const code = output.charCodeAt(at);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code !== ESCAPE) {
        at += 1;
        continue;
      }
      if (at > from) kept.push({ start: from, end: at });
      at = afterSequence(output, at);
      from = at;
    }
    kept.push({ start: from, end: at });
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
      let left = column;
      for (const { start, end } of kept) {
        // The end of a stretch is where its last character ends, not where the next one begins.
        if (left < end - start || (left === end - start && column === text.length)) return start + left;
        left -= end - start;
      }
      return kept.at(-1)?.end ?? 0;
    },
  };
}

/** Where the escape sequence that begins at an offset ends; one that is cut off by the end of its line ends there. */
function afterSequence(output: string, escape: number): number {
  const kind = output.charAt(escape + 1);
  let at = escape + 2;
  if (kind === '[') {
    while (at < output.length && isBetween(output.charCodeAt(at), 0x20, 0x3f)) at += 1;
    return isBetween(output.charCodeAt(at), 0x40, 0x7e) ? at + 1 : at;
  }
  if (kind !== '' && ']PX^_'.includes(kind)) {
    for (; at < output.length; at += 1) {
      const code = output.charCodeAt(at);
      if (code === BELL) return at + 1;
      if (code === ESCAPE) return output.charCodeAt(at + 1) === BACKSLASH ? at + 2 : at;
      if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
    }
    return at;
  }
  // Such as the choice of a character set, `ESC ( B`.
  at = escape + 1;
  while (at < output.length && isBetween(output.charCodeAt(at), 0x20, 0x2f)) at += 1;
  return isBetween(output.charCodeAt(at), 0x30, 0x7e) ? at + 1 : at;
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

/** A stretch of what is left of a line, as offsets in the output. */
export function spanIn({ line, column }: OutputPosition, start: number, end: number): Span {
  return { start: line.offsetOf(column + start), end: line.offsetOf(column + end) };
}
