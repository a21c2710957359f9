import { isExceptionName, MAX_NAME_LENGTH } from './exceptionNames';
import { unqualifiedName } from './raisedError';

/** An exception's class with the first line of its message, as found in a line. */
export interface ExceptionLine {
  readonly type: string;
  readonly message: string;
  /** Column where the class starts. */
  readonly column: number;
  /** Column after the message. */
  readonly end: number;
  /** Set if the message is empty, but a colon announces one. */
  readonly isMessageBelow?: boolean;
}

const NAME = /^(?:[A-Za-z_]\w*\.|<locals>\.)*[A-Za-z_]\w*/;
/** A name followed by a colon and a message. */
const NAME_WITH_MESSAGE = /(?<![^\s([{"'`])(?:[A-Za-z_][\w.]*)(?=: \S)/g;
/** Code before a class that is followed by a colon. */
const CODE_BEFORE = /(?:^|\s)(?:except|class|raise|case|def|lambda|->)\s*\(?$/;
/** A class so general that it is taken for a label before another one: `Exception: KeyError: 'a'`. */
const LABEL = /^(?:Exception|Error): (?=[A-Za-z_])/;
/** Columns before a class that are searched for code. */
const MAX_CODE_BEFORE = 12;

/**
 * Reads `package.Class: message` or `package.Class` at the start of a line. Below a traceback any class is accepted
 * (`anyClass`); elsewhere its name has to be that of an exception.
 */
export function parseExceptionLine(line: string, anyClass: boolean): ExceptionLine | undefined {
  const label = LABEL.exec(line)?.[0].length ?? 0;
  const labelled = label === 0 ? undefined : exceptionAt(line.slice(label), false);
  if (labelled === undefined || labelled.message === '') return exceptionAt(line, anyClass);
  return { ...labelled, column: label, end: labelled.end + label };
}

function exceptionAt(line: string, anyClass: boolean): ExceptionLine | undefined {
  const type = NAME.exec(line.slice(0, MAX_NAME_LENGTH))?.[0];
  if (type === undefined) return undefined;
  const next = line.slice(type.length, type.length + 2);
  if (next.trim() !== '' && next.trim() !== ':') return undefined;
  const end = endOfMessage(line, type.length);
  if (end > type.length && !next.startsWith(':')) return undefined;
  const message = line.slice(type.length + 2, end).trim();
  if (message === '' && end > type.length && !anyClass) return undefined;
  const isClass =
    isExceptionName(type) || (anyClass && /^_*\p{L}/u.test(unqualifiedName(type)) && type !== 'Traceback');
  if (!isClass) return undefined;
  const isMessageBelow = message === '' && next.startsWith(':');
  return { type, message, column: 0, end, ...(isMessageBelow ? { isMessageBelow } : {}) };
}

/** The first exception class with a message anywhere in a line; the message extends to the end of the line. */
export function firstExceptionIn(line: string): ExceptionLine | undefined {
  for (const { 0: type, index } of line.matchAll(NAME_WITH_MESSAGE)) {
    const before = line.slice(Math.max(0, index - MAX_CODE_BEFORE), index);
    if (!isExceptionName(type) || CODE_BEFORE.test(before)) continue;
    const start = index + type.length + 2;
    const end = endInBrackets(line, index, endOfMessage(line, start));
    return { type, message: line.slice(start, end), column: index, end };
  }
  return undefined;
}

/** Column after a message: at the end of the line, or before a quote that was opened before the message. */
function endOfMessage(line: string, start: number): number {
  const end = line.trimEnd().length;
  let quotes = 0;
  let closing: number | undefined;
  for (let at = line.indexOf('"', start); at !== -1; at = line.indexOf('"', at + 1)) {
    if (quotes % 2 === 0 && /^(?:$|[,;}\])]| \w{1,40}=)/.test(line.slice(at + 1, Math.min(end, at + 44))))
      closing ??= at;
    quotes += 1;
  }
  return quotes % 2 === 1 && closing !== undefined ? closing : end;
}

/** Column of the bracket that closes the one right before a class, else `end`. */
function endInBrackets(line: string, column: number, end: number): number {
  if (line.charAt(column - 1) !== '(') return end;
  let open = 1;
  for (let at = column; at < end; at += 1) {
    const character = line.charAt(at);
    if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open === 0) return at;
  }
  return end;
}
