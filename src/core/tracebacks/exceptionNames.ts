import { SYMBOLS } from '../symbolTable/symbolTable';
import { unqualifiedName } from './raisedError';

/** Longer names are not read as names of exceptions, in UTF-16 units. */
export const MAX_NAME_LENGTH = 200;
const SUFFIX =
  /(?:Error|Exception|Warning|Interrupt|ExceptionGroup|Timeout|NotFound|Violation|Exit|Disconnect)$/;
/** Modules that define little but exceptions. */
const EXCEPTION_MODULE = /(?:^|\.)(?:exc|exceptions?|errors?|_exceptions?)\./;
/** Suffixes that are too common as whole names: any program prints `Error: …`. */
const COMMON_NAMES = new Set([
  'Error',
  'Warning',
  'Exit',
  'Timeout',
  'NotFound',
  'Violation',
  'Disconnect',
  'Interrupt',
]);
/** Packages of other languages. */
const FOREIGN =
  /^(?:java|javax|jakarta|kotlin|scala|android|com|System|Microsoft|org\.(?:apache|springframework|hibernate|postgresql|junit|h2|json))\./;
/** Python's own exceptions without one of the suffixes. */
const UNSUFFIXED = new Set(['StopIteration', 'StopAsyncIteration', 'SystemExit', 'GeneratorExit']);

/** Whether a line reports an error of another language: of Java, C#, Go or Rust. */
export function isForeignReport(line: string): boolean {
  return (
    /^(?:Exception in thread "|Unhandled exception\. |Caused by: |thread '[^'\n]{0,100}' panicked at |panic: )/.test(
      line,
    ) ||
    (FOREIGN.test(line) && /^[\w.$]{1,200}:/.test(line))
  );
}

/** Whether a name is certainly that of an exception or a warning, wherever it appears. */
export function isExceptionName(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH) return false;
  const last = unqualifiedName(name);
  const isQualified = name !== last;
  if (isQualified && FOREIGN.test(name)) return false;
  if (isQualified && EXCEPTION_MODULE.test(name)) return /^[A-Z]\w*[a-z]/.test(last);
  if (UNSUFFIXED.has(last)) return true;
  // Older classes are in lower case: `socket.gaierror`.
  if (isQualified && /^[a-z]+error$/.test(last)) return true;
  if (!/^_*[A-Z]/.test(last)) return false;
  if (SUFFIX.test(last)) return isQualified || !COMMON_NAMES.has(last);
  return SYMBOLS.symbolsNamed(last).some(({ kind }) => kind === 'exception');
}
