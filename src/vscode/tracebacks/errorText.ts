import type { RaisedError } from '../../core/tracebacks/raisedError';
import { lastName } from '../../core/tracebacks/raisedError';
import type * as bundle from '../lazy/library';

/** What the lazy bundle has for errors: its table of names is too large to load before it is needed. */
export type ErrorReader = Pick<
  typeof bundle,
  'answersForErrors' | 'classOf' | 'errorLinesIn' | 'isTelling' | 'parseErrors' | 'wordsOfMessage'
>;

/** Characters of a message that stands for an error without a class. */
const LONGEST_NAME = 60;
/** Characters of an error's line in a list. */
const LONGEST_LINE = 200;
/** Words of a message that are searched for, beside the class. */
const MOST_WORDS = 6;

/** What an error is called: its class, else how its message begins. */
export function nameOf({ type, message }: RaisedError): string {
  return type === undefined ? shortened(message, LONGEST_NAME) : lastName(type);
}

/** An error on one line, as it is printed. */
export function lineOf({ type, message }: RaisedError): string {
  const line = [type, message].filter((part) => part !== undefined && part !== '').join(': ');
  return shortened(line.replace(/\s+/g, ' '), LONGEST_LINE);
}

/** What to search for where no entry speaks of an error: its class, and what its message says of its own. */
export function queryOf(error: RaisedError, { classOf, wordsOfMessage, isTelling }: ErrorReader): string {
  const { type } = error;
  const isToldByValues = type !== undefined && classOf(type).isToldByValues;
  const { words } = wordsOfMessage(error, isToldByValues);
  const telling = [...new Set(words.filter(isTelling))].slice(0, MOST_WORDS);
  return [...(type === undefined ? [] : [lastName(type)]), ...telling].join(' ');
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}
