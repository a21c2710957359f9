import { isExceptionName } from '../exceptionNames';
import { createFrame } from '../frames';
import type { MappedText } from '../lines/mappedText';
import { levelName } from '../logPrefixes';
import type { ErrorCode, Frame } from '../raisedError';
import { LiteralReader, type Literal } from './literal';
import { fieldsOf, type RecordField } from './recordFields';

/** What a record of a log says: an object of JSON, or a dictionary that Python printed. */
export interface LogRecord {
  /** Columns of the record in its line. */
  readonly start: number;
  readonly end: number;
  /** In capitals. */
  readonly level?: string;
  /** Whether it has more than the line of a log. */
  readonly isReport: boolean;
  /** The log line. */
  readonly log?: MappedText;
  /** Tracebacks and other texts that report errors. */
  readonly reports: readonly MappedText[];
  readonly errors: readonly RecordError[];
  /** Errors of pydantic, as FastAPI answers with them. */
  readonly invalid?: InvalidValues;
  /** The answer of FastAPI to a request that failed. */
  readonly detail?: MappedText;
}

/** An error whose class and message are values of their own. */
export interface RecordError {
  readonly type: string;
  readonly message: string;
  /** Where the message is, else the class. */
  readonly source: MappedText;
  /** Of a structured traceback, outermost call first. */
  readonly frames: readonly Frame[];
  /** A traceback as it is printed. */
  readonly stack: readonly MappedText[];
}

interface InvalidValues {
  readonly source: MappedText;
  /** `body.title: Field required` */
  readonly details: readonly string[];
  readonly message: string;
  readonly codes: readonly ErrorCode[];
}

/** Braces of one line that are tried. */
const MAX_ATTEMPTS = 4;
/** A key, before all else is read. */
const KEY = /[{,]\s*["'][\w.@-]{1,100}["']\s*:/;
/** A frame of another language. */
const FOREIGN_FRAME = /^[^\S\n\r\u2028\u2029]+at \S/m;

/** The record in a line, if it says anything of an error or holds a log line. */
export function recordIn(line: MappedText, from = 0): LogRecord | undefined {
  const { text } = line;
  if (!text.includes('{') || !KEY.test(text)) return undefined;
  const openings = /[{[](?=\s*["'{]|\s*$)/g;
  openings.lastIndex = from;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const match = openings.exec(text);
    if (match === null) return undefined;
    const reader = new LiteralReader(line, match.index);
    const literal = reader.read();
    const isRecord = literal !== undefined && !reader.hasFailed && isStructure(literal);
    const record = isRecord ? recordOf(literal, match.index, reader.at) : undefined;
    if (record !== undefined) return record;
    if (literal !== undefined && !reader.hasFailed) openings.lastIndex = reader.at;
  }
  return undefined;
}

function isStructure(literal: Literal): boolean {
  return (
    literal.kind === 'map' || (literal.kind === 'list' && literal.items.some(({ kind }) => kind === 'map'))
  );
}

/** What the values of a record say; `undefined` where it holds neither an error nor a log line. */
export function recordOf(literal: Literal, start: number, end: number): LogRecord | undefined {
  const invalid = invalidValues(literal);
  if (invalid !== undefined) return { start, end, reports: [], errors: [], isReport: true, invalid };
  const fields = fieldsOf(literal);
  const errors = errorsOf(fields);
  const level = levelOf(fields);
  const log = logOf(fields);
  const reports = reportsOf(fields);
  const detail = fields.find(({ role, depth }) => role === 'detail' && depth === 0)?.value;
  const hasDetail = detail?.kind === 'string' && log === undefined && reports.length === 0;
  const isOther = fields.some(({ role, value }) => role === 'stack' && printedStack(value).some(isForeign));
  if (!isOther && errors.length === 0 && reports.length === 0 && log === undefined && !hasDetail)
    return undefined;
  return {
    start,
    end,
    reports,
    ...(log === undefined ? {} : { log }),
    errors,
    isReport: isOther || errors.length > 0 || fields.some(({ role }) => role === 'error' || role === 'stack'),
    ...(level === undefined ? {} : { level }),
    ...(hasDetail ? { detail: detail.value } : {}),
  };
}

function errorsOf(fields: readonly RecordField[]): readonly RecordError[] {
  const errors: RecordError[] = [];
  for (const field of fields) {
    if (field.role !== 'type') continue;
    const type = textOf(field.value)?.text.trim() ?? '';
    const related = fields.filter(({ subject }) => subject === field.subject);
    const value = related.find(({ role }) => role === 'message')?.value;
    const message = value === undefined ? undefined : textOf(value);
    const stacks = fields.filter((one) => one.role === 'stack' && areOfOneError(one, field));
    const stack = stacks.flatMap((one) => printedStack(one.value));
    const frames = stacks.flatMap((one) => framesOf(one.value));
    const hasTraceback = frames.length > 0 || stack.some(({ text }) => text.includes('File "'));
    if (
      stack.some(isForeign) ||
      !(isExceptionName(type) || (hasTraceback && /^[A-Za-z_][\w.]{0,199}$/.test(type)))
    )
      continue;
    if (message === undefined && !hasTraceback) continue;
    const source = message ?? textOf(field.value);
    if (source !== undefined) errors.push({ type, message: message?.text ?? '', source, frames, stack });
  }
  return errors;
}

function logOf(fields: readonly RecordField[]): MappedText | undefined {
  const [log] = fields
    .filter(({ role, owner }) => role === 'text' && !owner.includes('#'))
    .sort((a, b) => a.depth - b.depth);
  return log === undefined ? undefined : textOf(log.value);
}

/** What a record reports as text; the tracebacks of its errors are left to them. */
function reportsOf(fields: readonly RecordField[]): readonly MappedText[] {
  const types = fields.filter(({ role }) => role === 'type');
  return fields.flatMap((field) => {
    const { role, value } = field;
    if (role === 'error') return value.kind === 'other' ? value.value : (textOf(value) ?? []);
    const isTaken = types.some((type) => areOfOneError(field, type));
    return role === 'stack' && !isTaken ? printedStack(value) : [];
  });
}

/** Whether a stack is that of another language. */
function isForeign({ text }: MappedText): boolean {
  return FOREIGN_FRAME.test(text);
}

function areOfOneError(stack: RecordField, type: RecordField): boolean {
  return stack.subject === type.subject || stack.owner === type.owner;
}

function levelOf(fields: readonly RecordField[]): string | undefined {
  for (const { role, value } of fields) {
    if (role !== 'level') continue;
    const level = textOf(value)?.text ?? (value.kind === 'other' ? value.text : '');
    // Numbers are those of Bunyan and pino.
    if (/^[56]\d$/.test(level)) return 'ERROR';
    const name = levelName(level);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A value as text; Celery puts messages into lists. */
function textOf(value: Literal): MappedText | undefined {
  if (value.kind === 'string') return value.value;
  const [first] = value.kind === 'list' ? value.items : [];
  return first?.kind === 'string' ? first.value : undefined;
}

/** A traceback that is a text, or a list of texts. */
function printedStack(value: Literal): readonly MappedText[] {
  if (value.kind === 'string') return [value.value];
  return value.kind === 'list'
    ? value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
    : [];
}

/** The frames of a structured traceback: maps, or lists of file, line, function and code. */
function framesOf(value: Literal): readonly Frame[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => frameOf(item) ?? []);
}

function frameOf(item: Literal): Frame | undefined {
  const field = (index: number, ...names: readonly string[]): string | undefined => {
    const value =
      item.kind === 'map'
        ? names
            .map((name) => item.entries.find(([key]) => key === name)?.[1])
            .find((one) => one !== undefined)
        : item.kind === 'list'
          ? item.items[index]
          : undefined;
    if (value?.kind === 'string') return value.value.text;
    return value?.kind === 'other' ? value.text : undefined;
  };
  const file = field(0, 'abs_path', 'filename', 'file', 'path');
  const line = field(1, 'lineno', 'line', 'line_number');
  const name = field(2, 'name', 'function', 'func', 'method');
  if (file === undefined || file === '' || line === undefined || !/^\d{1,9}$/.test(line)) return undefined;
  return createFrame({ file, line: Number(line), ...(name === undefined ? {} : { function: name }) });
}

/** The errors of a validation: maps with `type`, `loc` and `msg`. */
function invalidValues(literal: Literal): InvalidValues | undefined {
  const list =
    literal.kind === 'map'
      ? literal.entries.find(([key]) => key === 'detail' || key === 'errors')?.[1]
      : literal;
  if (list?.kind !== 'list') return undefined;
  const errors = list.items.flatMap((item) => invalidValue(item) ?? []);
  const [first] = errors;
  if (first === undefined) return undefined;
  return {
    source: first.source,
    message: first.message,
    details: errors.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`)),
    codes: errors.map(({ code }) => ({ family: 'pydantic', code })),
  };
}

function invalidValue(item: Literal) {
  if (item.kind !== 'map') return undefined;
  const valueOf = (name: string): Literal | undefined => item.entries.find(([key]) => key === name)?.[1];
  const [type, loc, msg] = [valueOf('type'), valueOf('loc'), valueOf('msg')];
  if (type?.kind !== 'string' || msg?.kind !== 'string' || loc?.kind !== 'list') return undefined;
  const code = type.value.text;
  if (!/^[a-z][\w.]{0,60}$/.test(code)) return undefined;
  const place = loc.items.map((part) =>
    part.kind === 'string' ? part.value.text : part.kind === 'other' ? part.text : '',
  );
  return { code, message: msg.value.text, source: msg.value, place: place.join('.') };
}
