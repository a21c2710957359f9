import { isStopWord } from '../text/stopWords';
import type { RaisedError } from './raisedError';

/** The words of a message, in lower case. */
export interface MessageWords {
  readonly words: readonly string[];
  /** Those that the message quotes, such as names of variables. */
  readonly values: ReadonlySet<string>;
}

/** Words and UTF-16 units of a message that are read. */
const MAX_WORDS = 60;
const MAX_LENGTH = 1500;
/** Lines of a pydantic error that are read, and different messages of fields. */
const MAX_PYDANTIC_LINES = 40;
const MAX_PYDANTIC_MESSAGES = 3;

/** What follows the constant part of a message. */
const TAIL =
  /\[SQL: |\[parameters: |\(Background on |Original exception was: |For further information visit |Read more: /;
const DRIVER_PREFIX = /\((?<type>[A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,8})\) /g;
const DRIVER_CLASS = /<class '(?<type>[\w.]{1,200})'>: /g;
const PYDANTIC_TYPE = /\[type=(\w{1,60}),.*/;
/** The representation of an object, such as `<Task pending>`. */
const REPRESENTATION = /<[^<>\n]{0,400}>/g;
const ANY_URL = /\b[a-z]{2,10}:\/\/\S+/g;
/** Absolute and relative paths, with or without quotes. */
const PATH = /(?<!\S)["']?(?:[A-Za-z]:\\|~?\/|\.{1,2}\/)[^\s"']+["']?/g;
/** A quoted word; the closing quote has to match the opening one. */
const QUOTED =
  /(?<![\p{L}\p{N}])(?:(?<quote>["'`])(?<value>(?:(?!\k<quote>)\S){1,100})\k<quote>|[“‘](?<curly>[^\s”’]{1,100})[”’])(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:['’](?:t|s|re|ve|ll|d)(?!\p{L}))?/gu;
/** Numbers, also hexadecimal and with units. */
const NUMBER = /\b\d[\w.]*/g;

/** Classes of the exceptions that a message wraps: the driver's, or one that SQLAlchemy caught. */
export function wrappedTypes(message: string): readonly string[] {
  const head = message.slice(0, MAX_LENGTH);
  return [DRIVER_PREFIX, DRIVER_CLASS].flatMap((pattern) =>
    Array.from(head.matchAll(pattern), ({ groups }) => groups?.['type'] ?? '').filter((type) =>
      /\.[A-Z]\w*$/.test(type),
    ),
  );
}

/** The words of a message that do not vary between occurrences; `withValues` includes those it quotes. */
export function wordsOfMessage(error: RaisedError, withValues: boolean): MessageWords {
  const text = isPydantic(error) ? pydanticText(error) : error.message;
  return stableWords(beforeTail(text.slice(0, MAX_LENGTH)), withValues);
}

/** Words of a text without what varies between occurrences: quoted values, numbers, URLs, paths, objects. */
export function stableWords(text: string, withValues: boolean, maxWords = MAX_WORDS): MessageWords {
  const values = new Set<string>();
  const constant = text
    .replaceAll(DRIVER_PREFIX, ' ')
    .replaceAll(DRIVER_CLASS, ' ')
    // Once for each level of nesting: `<Task coro=<main()>>`.
    .replaceAll(REPRESENTATION, ' ')
    .replaceAll(REPRESENTATION, ' ')
    .replaceAll(ANY_URL, ' ')
    .replaceAll(PATH, ' ')
    .replaceAll(NUMBER, ' ')
    .replaceAll(QUOTED, (whole: string) => {
      if (!withValues) return ' ';
      for (const word of whole.match(WORD) ?? []) values.add(fold(word));
      return whole;
    });
  const words: string[] = [];
  for (const [word] of constant.matchAll(WORD)) {
    if (words.length >= maxWords) break;
    words.push(fold(word));
  }
  return { words, values };
}

/** Whether a word is neither a single character nor a stop word. */
export function isDistinctive(word: string): boolean {
  return word.length > 1 && !isStopWord(word, []);
}

function fold(word: string): string {
  return word.toLowerCase().replace('’', "'");
}

function beforeTail(text: string): string {
  const at = text.search(TAIL);
  return at === -1 ? text : text.slice(0, at);
}

function isPydantic({ message, codes }: RaisedError): boolean {
  return /^\d+ validation errors? for /.test(message) && codes.some(({ family }) => family === 'pydantic');
}

/** Pydantic's messages about the fields, without their names: `Field required type missing`. */
function pydanticText({ details }: RaisedError): string {
  const messages = details
    .split('\n', MAX_PYDANTIC_LINES)
    .filter((line) => /^\s+\S/.test(line) && !/^\s+For further information/.test(line))
    .map((line) => line.trim().replace(PYDANTIC_TYPE, '[type=$1]'));
  return [...new Set(messages)].slice(0, MAX_PYDANTIC_MESSAGES).join(' ');
}
