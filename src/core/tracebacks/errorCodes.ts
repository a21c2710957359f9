import { FACTS } from '../symbolTable/symbolFacts';
import { classOf, isCatchAll } from './exceptionClasses';
import { isDistinctive, stableWords, wordsOfMessage } from './messageWords';
import type { ErrorCode, RaisedError } from './raisedError';

/** So many words in a row, two of them telling, are no coincidence. */
const ENOUGH = 5;
let titles: readonly (readonly [string, string])[] | undefined;

/**
 * Codes of SQLAlchemy that an error has without printing them: those whose title is its class, or begins as its message
 * does. Messages are printed without their addresses where a log cuts them, or where somebody copied the first line.
 */
export function impliedCodes(error: RaisedError): readonly ErrorCode[] {
  const { type } = error;
  const known = type === undefined ? undefined : classOf(type);
  const isOfSqlalchemy = known?.symbols.some((symbol) => symbol.startsWith('sqlalchemy.')) ?? false;
  const name = isOfSqlalchemy ? known?.name : undefined;
  const said = beginning(wordsOfMessage(error, false).words);
  titles ??= Object.entries(FACTS.errorCodes.titles).map(([code, title]) => [
    code,
    title.includes(' ') ? beginning(stableWords(title, false).words) : title,
  ]);
  return titles
    .filter(([, title]) => title !== '' && (title === said || (title === name && !isCatchAll(title))))
    .map(([code]) => ({ family: 'sqlalchemy', code }));
}

/** The first words, joined; empty where they are too few, or say too little, to be known again. */
function beginning(words: readonly string[]): string {
  const first = words.slice(0, ENOUGH);
  return first.length === ENOUGH && first.filter(isDistinctive).length >= 2 ? first.join(' ') : '';
}
