import type { RaisedError } from '../../core/tracebacks/raisedError';
import { unqualifiedName } from '../../core/tracebacks/raisedError';
import type * as bundle from '../lazy/library';

/** What the lazy bundle has for errors: its table of names is too large to load before it is needed. */
export type TracebackBundle = Pick<
  typeof bundle,
  'entriesForErrors' | 'classOf' | 'errorsInLine' | 'isDistinctive' | 'parseErrors' | 'wordsOfMessage'
>;

/** Characters of a message that stands for an error without a class. */
const MAX_NAME_LENGTH = 60;
/** Characters of an error's line in a list. */
const MAX_LINE_LENGTH = 200;
/** Words of a message that are searched for, beside the class. */
const MAX_QUERY_WORDS = 6;

/** What an error is called: its class, else how its message begins. */
export function errorName({ type, message }: RaisedError): string {
  return type === undefined ? truncate(message, MAX_NAME_LENGTH) : unqualifiedName(type);
}

/** An error on one line, as it is printed. */
export function errorLine({ type, message }: RaisedError): string {
  const line = [type, message].filter((part) => part !== undefined && part !== '').join(': ');
  return truncate(line.replace(/\s+/g, ' '), MAX_LINE_LENGTH);
}

/** What to search for where no entry speaks of an error: its class, and what its message says of its own. */
export function errorQuery(
  error: RaisedError,
  { classOf, wordsOfMessage, isDistinctive }: TracebackBundle,
): string {
  const { type } = error;
  const isIdentifiedByValues = type !== undefined && classOf(type).isIdentifiedByValues;
  const { words } = wordsOfMessage(error, isIdentifiedByValues);
  const telling = [...new Set(words.filter(isDistinctive))].slice(0, MAX_QUERY_WORDS);
  return [...(type === undefined ? [] : [unqualifiedName(type)]), ...telling].join(' ');
}

export function truncate(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}
