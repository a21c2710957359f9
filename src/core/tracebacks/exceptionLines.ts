import type { ErrorCode } from './raisedError';
import { lastName } from './raisedError';
import { SYMBOLS } from '../symbolTable/symbolTable';

/** An exception's line: its class, and the first line of its message. */
export interface ExceptionLine {
  readonly type: string;
  readonly message: string;
  /** Column where the class begins. */
  readonly column: number;
  /** Column behind the message. */
  readonly end: number;
}

/** A longer name is none. */
const LONGEST_NAME = 200;
const NAME = /^(?:[A-Za-z_]\w*\.|<locals>\.)*[A-Za-z_]\w*/;
const ENDINGS =
  /(?:Error|Exception|Warning|Interrupt|ExceptionGroup|Timeout|NotFound|Violation|Exit|Disconnect)$/;
/** Modules that hold exceptions and hardly anything else. */
const HOMES = /(?:^|\.)(?:exc|exceptions?|errors?|_exceptions?)\./;
/** Endings that say it on their own are too ordinary as whole names: `Error: …` is what every program prints. */
const ORDINARY = new Set([
  'Error',
  'Warning',
  'Exit',
  'Timeout',
  'NotFound',
  'Violation',
  'Disconnect',
  'Interrupt',
]);
/** Python's own exceptions that do not say so by their ending. */
const BUILTIN = new Set(['StopIteration', 'StopAsyncIteration', 'SystemExit', 'GeneratorExit']);

/** Whether a name, wherever it stands, is surely that of an exception or a warning. */
export function isExceptionName(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  const last = lastName(name);
  if (name !== last && HOMES.test(name)) return /^[A-Z]\w*[a-z]/.test(last);
  if (BUILTIN.has(last)) return true;
  if (name !== last && /^[a-z]+error$/.test(last)) return true;
  if (!/^_*[A-Z]/.test(last)) return false;
  if (ENDINGS.test(last)) return name !== last || !ORDINARY.has(last);
  return isKnownException(name);
}

/** Whether the table of public names has it as an exception. */
function isKnownException(name: string): boolean {
  const last = lastName(name);
  return /^[A-Z]\w{3,}$/.test(last) && SYMBOLS.symbolsNamed(last).some(({ kind }) => kind === 'exception');
}

/**
 * Reads `package.Class: message` or `package.Class` at the margin of a line. Below a traceback any class may stand there
 * (`anyClass`); elsewhere its name has to be that of an exception.
 */
export function exceptionAt(line: string, anyClass: boolean, margin = true): ExceptionLine | undefined {
  const column = line.length - line.trimStart().length;
  if (margin && column > 0) return undefined;
  const type = NAME.exec(line.slice(column, column + LONGEST_NAME))?.[0];
  if (type === undefined) return undefined;
  const after = column + type.length;
  const end = line.trimEnd().length;
  if (end > after && line[after] !== ':') return undefined;
  if (end > after + 1 && line[after + 1] !== ' ') return undefined;
  const message = line.slice(after + 2, end).trim();
  if (message === '' && end > after && !anyClass) return undefined;
  const isClass =
    isExceptionName(type) || (anyClass && /^_*\p{L}/u.test(lastName(type)) && type !== 'Traceback');
  return isClass ? { type, message, column, end } : undefined;
}

const SQLALCHEMY_CODE = /\bsqlalche\.me\/e\/(?:\d{1,3}\/)?(?<code>[a-z0-9]{4,5})\b/g;
const PYDANTIC_URL = /\berrors\.pydantic\.dev\/[\w.]{1,20}\/[uv]\/(?<code>[a-z][a-z0-9_-]{0,60})/g;
const PYDANTIC_TYPE = /\[type=(?<code>[a-z][a-z0-9_]{0,60}),/g;

/** Codes of a message, each once, in order. */
export function codesIn(text: string): readonly ErrorCode[] {
  const found = new Map<string, ErrorCode>();
  const add = (family: ErrorCode['family'], pattern: RegExp): void => {
    for (const { groups } of text.matchAll(pattern)) {
      const code = groups?.['code'] ?? '';
      found.set(`${family} ${code}`, { family, code });
    }
  };
  add('sqlalchemy', SQLALCHEMY_CODE);
  add('pydantic', PYDANTIC_TYPE);
  add('pydantic', PYDANTIC_URL);
  return [...found.values()];
}
