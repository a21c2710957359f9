import { codesIn, isExceptionName, type ExceptionLine } from './exceptionLines';
import type { ErrorCode } from './raisedError';
import { withoutPrefixes } from './logPrefixes';
import { isDiagnostic } from './linePatterns';

/** A stretch of one line that leads to an error. Offsets are columns in UTF-16 units; `end` is exclusive. */
export interface ErrorInLine {
  readonly start: number;
  readonly end: number;
  /** What to look for: parse it as an error's text. */
  readonly text: string;
  /** Set where the stretch is an address that explains an error. */
  readonly code?: ErrorCode;
}

const TOKEN = /(?<![^\s([{"'`])(?:[A-Za-z_][\w.]*)(?=: \S)/g;
const ADDRESS = /\bhttps?:\/\/sqlalche\.me\/e\/(?:\d{1,3}\/)?[a-z0-9]{4,5}\b/g;
/** Code in front of a class that is followed by a colon. */
const CODE = /(?:^|\s)(?:except|class|raise|case|def|lambda|->)\s*\(?$/;
/** A line that is only a class is a link only where nobody writes it for another reason. */
const ALONE = /^\s*(?:E {3,})?(?<type>(?:[A-Za-z_]\w{0,80}\.){1,12}[A-Z]\w{0,80})\s*$/;

/**
 * What leads to an error in one line of terminal output without escape sequences: a class with its message, up to the
 * end of the line, or an address on sqlalche.me. Ordinary lines have none. Left to right, none overlaps another.
 */
export function errorsInLine(line: string): readonly ErrorInLine[] {
  const marks: ErrorInLine[] = [];
  if (!isDiagnostic(line)) {
    const alone = ALONE.exec(line)?.groups?.['type'];
    if (alone !== undefined && isExceptionName(alone)) {
      const start = line.indexOf(alone);
      marks.push({ start, end: start + alone.length, text: alone });
    }
    const { text, column } = withoutPrefixes(line);
    for (const { column: from, end } of exceptionsIn(text)) {
      marks.push({ start: column + from, end: column + end, text: text.slice(from, end) });
    }
  }
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    const [code] = codesIn(address);
    if (code === undefined || marks.some(({ start, end }) => start <= index && index < end)) continue;
    marks.push({ start: index, end: index + address.length, text: address, code });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** The first class with a message in a line; the message goes on to the line's end. */
export function exceptionsIn(line: string): readonly ExceptionLine[] {
  for (const { 0: type, index } of line.matchAll(TOKEN)) {
    // What comes before it within one word of code is bounded, so the look back is too.
    if (!isExceptionName(type) || CODE.test(line.slice(Math.max(0, index - 12), index))) continue;
    const end = line.trimEnd().length;
    return [{ type, message: line.slice(index + type.length + 2, end).trim(), column: index, end }];
  }
  return [];
}
