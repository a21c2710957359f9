import type { Literal } from './literal';

/** What a field says of an error. */
type FieldRole = 'type' | 'message' | 'stack' | 'error' | 'text' | 'level' | 'detail';

/** A field of a record, wherever it is nested. */
export interface RecordField {
  readonly role: FieldRole;
  /** Identifies the error that it belongs to; empty for the record itself. */
  readonly subject: string;
  /** Identifies the map that it is in. */
  readonly owner: string;
  /** Maps around it. */
  readonly depth: number;
  readonly value: Literal;
}

const MAX_FIELDS = 400;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Words that name an error in a key: `error.type`, `exc_value`, `errorMessage`. */
const ERROR_WORDS = words('error err errors exception exceptions exc fault throwable cause');
const TYPE_WORDS = words('type kind class name cls');
const MESSAGE_WORDS = words('message msg value description reason');
const STACK_WORDS = words('stack trace stacktrace traceback tb frames backtrace');
/** `exc_info` and `exc_text` hold a traceback as well. */
const EXC_WORDS = words('info text');
/** Words of keys under which a log line is. */
const TEXT_WORDS = words('message msg text log event payload body');
const LEVEL_WORDS = words('level severity levelname status lvl loglevel');
/** Words between an error and its fields: `exception.values[0].type`, `record.level.name`. */
const CONTAINER_WORDS = words('values items list details');

/** The fields of a record that say something of an error, in order. */
export function fieldsOf(record: Literal): readonly RecordField[] {
  const fields: RecordField[] = [];
  const visit = (value: Literal, path: readonly string[], owner: string, depth: number): void => {
    if (fields.length >= MAX_FIELDS) return;
    if (value.kind === 'map') {
      for (const [key, child] of value.entries) visitEntry([...path, ...wordsOf(key)], child, owner, depth);
    } else if (value.kind === 'list') {
      value.items.forEach((item, index) => {
        visit(item, path, `${owner}#${String(index)}`, depth + 1);
      });
    }
  };
  const visitEntry = (path: readonly string[], value: Literal, owner: string, depth: number): void => {
    const field = fieldAt(path, value, owner, depth);
    if (field !== undefined) fields.push(field);
    if (field?.role !== 'stack') visit(value, path, `${owner}.${path.join('.')}`, depth + 1);
  };
  visit(record, [], '', 0);
  return fields;
}

/** `errorType`, `error.type` and `error_type` → `error`, `type`. */
function wordsOf(key: string): readonly string[] {
  return key
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .split(/[._@\s-]+/)
    .filter((word) => word !== '');
}

function fieldAt(
  path: readonly string[],
  value: Literal,
  owner: string,
  depth: number,
): RecordField | undefined {
  const word = path.at(-1) ?? '';
  const isStack = STACK_WORDS.has(word) || (EXC_WORDS.has(word) && path.at(-2) === 'exc');
  const before = isStack ? withoutLast(path, isStackWord) : path.slice(0, -1);
  const errorPath = withoutLast(before, (last) => CONTAINER_WORDS.has(last));
  // AWS Lambda Powertools: `stack_trace.type`
  const isOfError = isErrorWord(errorPath.at(-1)) || (!isStack && STACK_WORDS.has(errorPath.at(-1) ?? ''));
  const subject = isOfError ? [...errorPath, ...(owner.match(/#\d+/g) ?? [])].join('.') : '';
  const role = roleOf(word, path, value, isStack, isOfError);
  return role === undefined ? undefined : { role, subject, owner, depth, value };
}

/** A path without the words at its end that meet a condition. */
function withoutLast(path: readonly string[], isDropped: (word: string) => boolean): readonly string[] {
  let { length } = path;
  while (length > 0 && isDropped(path[length - 1] ?? '')) length -= 1;
  return path.slice(0, length);
}

function isErrorWord(word: string | undefined): boolean {
  return word !== undefined && ERROR_WORDS.has(word);
}

function isStackWord(word: string): boolean {
  return STACK_WORDS.has(word) || EXC_WORDS.has(word);
}

function roleOf(
  word: string,
  path: readonly string[],
  value: Literal,
  isStack: boolean,
  isOfError: boolean,
): FieldRole | undefined {
  const isText = value.kind === 'string';
  if (isStack) return isText || value.kind === 'list' ? 'stack' : undefined;
  if (isOfError && TYPE_WORDS.has(word)) return isText ? 'type' : undefined;
  if (isOfError && MESSAGE_WORDS.has(word)) return isText || value.kind === 'list' ? 'message' : undefined;
  if (LEVEL_WORDS.has(word) || (word === 'name' && path.at(-2) === 'level')) {
    return value.kind === 'map' ? undefined : 'level';
  }
  if (word === 'detail') return isText || value.kind === 'list' ? 'detail' : undefined;
  // Python prints an exception in a dictionary by `repr`.
  if (value.kind === 'other') return isErrorWord(word) && value.text.includes('(') ? 'error' : undefined;
  if (!isText) return undefined;
  if (isErrorWord(word) || value.value.text.includes('Traceback (most recent call last)')) return 'error';
  return TEXT_WORDS.has(word) ? 'text' : undefined;
}
