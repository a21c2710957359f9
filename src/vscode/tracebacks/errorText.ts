import type { RaisedError } from '../../core/tracebacks/raisedError';
import { unqualifiedName } from '../../core/tracebacks/raisedError';
import type * as bundle from '../lazy/library';

/** The part of the lazy bundle that parses and matches errors: its tables are too large to load eagerly. */
export type TracebackBundle = Pick<
  typeof bundle,
  | 'classOf'
  | 'entriesForErrors'
  | 'errorSnippet'
  | 'errorTarget'
  | 'errorsInLine'
  | 'isDistinctive'
  | 'isIdentified'
  | 'readErrors'
  | 'readLongText'
  | 'wordsOfMessage'
>;

/** In characters, of a message that names an error without a class. */
const MAX_NAME_LENGTH = 60;
/** In characters, of an error's line in a list. */
const MAX_LINE_LENGTH = 200;
/** Words of a message in a query, besides the class. */
const MAX_QUERY_WORDS = 6;

/** The name of an error: its class, else the beginning of its message. */
export function errorName({ type, message }: RaisedError): string {
  return type === undefined ? truncate(message, MAX_NAME_LENGTH) : unqualifiedName(type);
}

/** An error on one line, as Python prints it. */
export function errorLine({ type, message }: RaisedError): string {
  const line = [type, message].filter((part) => part !== undefined && part !== '').join(': ');
  return truncate(line.replace(/\s+/g, ' '), MAX_LINE_LENGTH);
}

/** A query for an error: its class and the distinctive words of its message. */
export function errorQuery(
  error: RaisedError,
  { classOf, wordsOfMessage, isDistinctive }: TracebackBundle,
): string {
  const { type } = error;
  const isIdentifiedByValues = type !== undefined && classOf(type).isIdentifiedByValues;
  const { words } = wordsOfMessage(error, isIdentifiedByValues);
  const distinctive = [...new Set(words.filter(isDistinctive))].slice(0, MAX_QUERY_WORDS);
  return [...(type === undefined ? [] : [unqualifiedName(type)]), ...distinctive].join(' ');
}

export function truncate(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).trimEnd()}…`;
}
