import { isExceptionName, MAX_NAME_LENGTH } from './exceptionNames';
import type { ExceptionLine } from './exceptionLines';
import { sourceText, type MappedText } from './lines/mappedText';
import { unqualifiedName } from './raisedError';
import { LiteralReader, type Literal } from './records/literal';

/** An exception as `repr` prints it: `KeyError('a')`. */
export interface ExceptionRepr extends ExceptionLine {
  /** All lines of the message. */
  readonly details: readonly string[];
}

/** Exceptions that are read of one line. */
const MAX_REPRS = 20;
/** Columns before a class that tell whether it is output or code. */
const MAX_BEFORE = 60;
const CALL = /(?<![\w.])[A-Za-z_][\w.]{0,199}(?=\()/g;
/** What only an exception follows, whatever its name. */
const BEFORE_ANY_CLASS = /(?:\bexception=|\braised unexpected: |\braised exception: |exception in loop: )$/;
/** What programs print before the representation of an exception. */
const BEFORE_REPR = new RegExp(
  [
    // `exception=KeyError('a')>`, `error=…`; in code, arguments have such names too, but rarely these.
    String.raw`(?:^|[\s<({,])(?:exc|exception|err|error|cause|reason)=["']?`,
    // `raised unexpected: …`, `failed: …`, `=> …`
    String.raw`[^\s:]: {1,3}(?:[[(](?:[^\]=]{0,50}, )?)?`,
    String.raw`(?:=>|→) `,
    // `<ExceptionInfo …>`
    String.raw`<\w{1,40} `,
    String.raw`\b(?:exception|error|failed|failure|raised|unexpected|unhandled|caught|got|due to|because of|failed with|raised by) `,
    String.raw`(?:오류|에러|예외|실패|발생) `,
  ]
    .map((source) => `(?:${source})`)
    .join('|')
    .replace(/^(.*)$/, '(?:$1)$'),
  'i',
);
const CODE_BEFORE =
  / [=!]?= |\b(?:raise|return|yield|except|lambda|class|def|assert|case|await|import)\b[^:]{0,30}:? ?$/;
/** A line that consists of a representation, or of a list or tuple with some. */
const WHOLE_LINE = /^(?:[[(](?:[^=]{0,50}, )?)?$/;
/** Classes of the operating system's errors, whose text begins with the number. */
const OS_ERRORS = new Set(
  'OSError IOError EnvironmentError BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError gaierror herror'.split(
    ' ',
  ),
);

/** The exceptions that a line of output prints by `repr`; none in a line of code. */
export function reprsIn(line: string): readonly ExceptionRepr[] {
  const found: ExceptionRepr[] = [];
  let end = 0;
  for (const { 0: type, index } of line.matchAll(CALL)) {
    const isCertain = BEFORE_ANY_CLASS.test(line.slice(Math.max(0, index - MAX_BEFORE), index));
    if (index < end || !(isExceptionName(type) || (isCertain && /^_?[A-Z]/.test(unqualifiedName(type)))))
      continue;
    const isNext = found.length > 0 && /^(?:, \w{1,20})*, $/.test(line.slice(end, index));
    if (!isNext && !isOutput(line, index)) continue;
    const repr = reprAt(line, index, type);
    if (repr === undefined) continue;
    if (found.length === 0 && WHOLE_LINE.test(line.slice(0, index)) && !endsLine(line, repr.end)) continue;
    found.push(repr);
    ({ end } = repr);
    if (found.length === MAX_REPRS) break;
  }
  return found;
}

function isOutput(line: string, column: number): boolean {
  const before = line.slice(Math.max(0, column - MAX_BEFORE), column);
  if (CODE_BEFORE.test(before)) return false;
  return BEFORE_REPR.test(before) || (column <= MAX_BEFORE && WHOLE_LINE.test(before));
}

/** Whether nothing but values and brackets follows, so that the line is no code. */
function endsLine(line: string, column: number): boolean {
  return /^(?:, [\w.]{1,20}(?:\(|$|(?=[,\])])))*[^\s,;.][\])]*\s*$|^[\])]*\s*$|^, \S/.test(
    line.slice(column, column + MAX_BEFORE),
  );
}

/**
 * Reads the representation whose class is at a column; a cut one up to the end of the line. `undefined` for a call with
 * names of arguments.
 */
function reprAt(line: string, column: number, type: string): ExceptionRepr | undefined {
  const open = column + type.length;
  const { items, end } = argumentsAt(sourceText(line), open);
  // Exceptions print their arguments without names, except for those of FastAPI.
  if (items[0]?.name !== undefined && items[0].name !== '' && !items.some(({ name }) => name === 'detail'))
    return undefined;
  const details = messageOf(type, items, line.slice(open, end)).split('\n');
  return { type, message: (details[0] ?? '').trim(), details, column, end };
}

/** The class of the exception that a line of code raises, with its message where that is a text. */
export function raisedInCode(code: string): ExceptionRepr | undefined {
  const match = /^raise (?<type>[A-Za-z_][\w.]{0,199})(?=\(|$| from )/.exec(code);
  const type = match?.groups?.['type'];
  if (type === undefined || type.length > MAX_NAME_LENGTH || !isExceptionName(type)) return undefined;
  const column = 'raise '.length;
  if (code.charAt(column + type.length) !== '(') {
    return { type, message: '', details: [''], column, end: column + type.length };
  }
  const repr = reprAt(code, column, type);
  const [first] = argumentsAt(sourceText(code), column + type.length).items;
  const isText = first?.value.kind === 'string' && first.value.isClosed && first.prefix === '';
  return isText && repr !== undefined
    ? repr
    : { type, message: '', details: [''], column, end: column + type.length };
}

interface Argument {
  /** Empty for an argument without a name. */
  readonly name: string;
  /** Of a string: `f`, `b` and so on. */
  readonly prefix: string;
  readonly value: Literal;
  readonly source: string;
}

function argumentsAt(
  line: MappedText,
  open: number,
): { readonly items: readonly Argument[]; readonly end: number } {
  const reader = new LiteralReader(line, open + 1);
  const items: Argument[] = [];
  for (;;) {
    reader.skipBlanks();
    const next = line.text.charAt(reader.at);
    if (next === ')' || next === '') return { items, end: Math.min(line.text.length, reader.at + 1) };
    const start = reader.at;
    const name = /^[A-Za-z_]\w{0,60}(?==[^=])/.exec(line.text.slice(start, start + 64))?.[0] ?? '';
    if (name !== '') reader.at += name.length + 1;
    const prefix = /^[a-zA-Z]{0,2}(?=["'])/.exec(line.text.slice(reader.at, reader.at + 3))?.[0] ?? '';
    const value = reader.read();
    if (value === undefined) return { items, end: line.text.trimEnd().length };
    items.push({ name, prefix, value, source: line.text.slice(start, reader.at) });
    reader.skipBlanks();
    if (line.text.charAt(reader.at) === ',') reader.at += 1;
    else if (line.text.charAt(reader.at) !== ')')
      return { items, end: Math.min(reader.at, line.text.trimEnd().length) };
  }
}

/** What `str` prints of an exception with these arguments. */
function messageOf(type: string, items: readonly Argument[], source: string): string {
  const [first, second] = items;
  if (first === undefined) return '';
  const detail = items.find(({ name }) => name === 'detail');
  if (detail !== undefined) {
    const status = items.find(({ name }) => name === 'status_code') ?? first;
    return [...(status === detail ? [] : [textOf(status)]), textOf(detail)].join(': ');
  }
  const name = unqualifiedName(type);
  if (items.length === 1) return name === 'KeyError' ? first.source : textOf(first);
  const isOsError = OS_ERRORS.has(name) && first.value.kind === 'other' && second?.value.kind === 'string';
  return isOsError ? `[Errno ${first.value.text}] ${textOf(second)}` : source;
}

function textOf({ value, source }: Argument): string {
  if (value.kind === 'string') return value.value.text;
  return value.kind === 'other' ? value.text : source;
}
