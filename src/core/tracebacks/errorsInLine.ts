import { errorCodesIn } from './errorCodes';
import { firstExceptionIn } from './exceptionLines';
import { isExceptionName } from './exceptionNames';
import { isDiagnostic } from './linePatterns';
import { stripLogPrefixes } from './logPrefixes';
import type { ErrorCode } from './raisedError';

/** A part of a line that leads to an error. Offsets are columns in UTF-16 units; `end` is exclusive. */
export interface ErrorInLine {
  readonly start: number;
  readonly end: number;
  /** What to parse as the text of an error. */
  readonly text: string;
  /** Set if the part is a URL that explains an error. */
  readonly code?: ErrorCode;
}

const ERROR_URL = /\bhttps?:\/\/sqlalche\.me\/e\/(?:\d{1,3}\/)?[a-z0-9]{4,5}\b/g;
/** A line that consists of a class has to qualify it: a bare name may be there for any reason. */
const QUALIFIED_CLASS = /^\s*(?:E {3,})?(?<type>(?:[A-Za-z_]\w{0,80}\.){1,12}[A-Z]\w{0,80})\s*$/;

/**
 * Finds what leads to an error in one line of terminal output without escape sequences: a class with its message, up to
 * the end of the line, or a URL on sqlalche.me. In order, without overlaps; empty for ordinary lines.
 */
export function errorsInLine(line: string): readonly ErrorInLine[] {
  const exception = exceptionInLine(line);
  const urls = [...line.matchAll(ERROR_URL)]
    // A URL after a class is part of its message.
    .filter(({ index }) => exception === undefined || index < exception.start)
    .flatMap(({ 0: text, index }) =>
      errorCodesIn(text).map((code) => ({ start: index, end: index + text.length, text, code })),
    );
  return exception === undefined ? urls : [...urls, exception];
}

function exceptionInLine(line: string): ErrorInLine | undefined {
  if (isDiagnostic(line)) return undefined;
  const type = QUALIFIED_CLASS.exec(line)?.groups?.['type'];
  if (type !== undefined && isExceptionName(type)) {
    const start = line.indexOf(type);
    return { start, end: start + type.length, text: type };
  }
  const { text, column } = stripLogPrefixes(line);
  const exception = firstExceptionIn(text);
  if (exception === undefined) return undefined;
  const { column: start, end } = exception;
  return { start: column + start, end: column + end, text: text.slice(start, end) };
}
