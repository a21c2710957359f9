import { FACTS } from '../symbolTable/symbolFacts';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { classOf, isCatchAll } from './exceptionClasses';
import { isDistinctive, stableWords, wordsOfMessage } from './messageWords';
import type { ErrorCode, RaisedError } from './raisedError';

/** Leading words that identify a message, and how many of them have to be distinctive. */
const MIN_PREFIX_WORDS = 5;
const MIN_DISTINCTIVE_WORDS = 2;
/** SQLAlchemy's codes with their titles: a class, or the identifying prefix of a message. */
let titles: readonly (readonly [code: string, title: string])[] | undefined;

/** The titles of an error's codes that are messages rather than names of classes. */
export function codeTitles(error: RaisedError): readonly string[] {
  return error.codes.flatMap(({ family, code }) => {
    const title = family === 'sqlalchemy' ? SYMBOLS.errorCode(code)?.title : undefined;
    return title?.includes(' ') === true ? [title] : [];
  });
}

/**
 * SQLAlchemy codes of an error that does not print them: those whose title is its class, or starts as its message does.
 * The code's URL is missing where a log truncates the message, or where only its first line was copied.
 */
export function impliedCodes(error: RaisedError): readonly ErrorCode[] {
  const exceptionClass = error.type === undefined ? undefined : classOf(error.type);
  const isOfSqlalchemy = exceptionClass?.symbols.some((symbol) => symbol.startsWith('sqlalchemy.')) === true;
  const className = isOfSqlalchemy ? exceptionClass.name : undefined;
  const messagePrefix = identifyingPrefix(wordsOfMessage(error, false).words);
  titles ??= Object.entries(FACTS.errorCodes.titles).map(([code, title]) => [
    code,
    title.includes(' ') ? identifyingPrefix(stableWords(title, false).words) : title,
  ]);
  return titles
    .filter(
      ([, title]) => title !== '' && (title === messagePrefix || (title === className && !isCatchAll(title))),
    )
    .map(([code]) => ({ family: 'sqlalchemy', code }));
}

/** The first words of a message; empty if they are too few, or too common, to identify it. */
function identifyingPrefix(words: readonly string[]): string {
  const prefix = words.slice(0, MIN_PREFIX_WORDS);
  const isIdentifying =
    prefix.length === MIN_PREFIX_WORDS && prefix.filter(isDistinctive).length >= MIN_DISTINCTIVE_WORDS;
  return isIdentifying ? prefix.join(' ') : '';
}
