import { SYMBOLS } from '../symbolTable/symbolTable';
import { isStopWord } from '../text/stopWords';
import type { RaisedError } from './raisedError';

/** A message as its words, in lower case. */
export interface MessageWords {
  readonly words: readonly string[];
  /** Which of them are values, such as names in quotes. */
  readonly values: ReadonlySet<string>;
}

/** What is longer is no message's constant part. */
const MOST_WORDS = 60;
const LONGEST = 1500;

/** Where the part of a message that is the same every time ends. */
const TAIL =
  /\[SQL: |\[parameters: |\(Background on |Original exception was: |For further information visit |Read more: /;
const DRIVER = /\((?<type>[A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,8})\) /g;
const DRIVER_CLASS = /<class '(?<type>[\w.]{1,200})'>: /g;
const PYDANTIC_TYPE = /\[type=(\w{1,60}),.*$/;
const REPRESENTATION = /<[^<>\n]{0,400}>/g;
const ADDRESS = /\b[a-z]{2,10}:\/\/\S+/g;
/** Of more than one folder, or with a drive. */
const PATH = /(?<!\S)["']?(?:[A-Za-z]:\\|~?\/|\.{1,2}\/)[^\s"']+["']?/g;
/** A quote closes with its own mark: `"Can't locate"` quotes no `Can`. */
const QUOTED =
  /(?<![\p{L}\p{N}])(?:(?<quote>["'`])(?<value>(?:(?!\k<quote>)\S){1,100})\k<quote>|[“‘](?<curly>[^\s”’]{1,100})[”’])(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:['’](?:t|s|re|ve|ll|d)(?!\p{L}))?/gu;
const ADDRESS_OR_NUMBER = /\b(?:0x[0-9a-f]+|\d[\w.]*)/gi;

/** Classes that a message says are wrapped: the driver's, or the one that SQLAlchemy caught. */
export function wrappedTypes(message: string): readonly string[] {
  const head = message.slice(0, LONGEST);
  return [DRIVER, DRIVER_CLASS].flatMap((pattern) =>
    Array.from(head.matchAll(pattern), ({ groups }) => groups?.['type'] ?? '').filter((type) =>
      /\.[A-Z]\w*$/.test(type),
    ),
  );
}

/** The words of a message that are the same every time; with `withValues`, those that it quotes as well. */
export function wordsOfMessage(error: RaisedError, withValues: boolean): MessageWords {
  const said = isPydantic(error) ? pydanticText(error) : error.message;
  return stableWords(beforeTail(said.slice(0, LONGEST)), withValues);
}

/** Titles of the error's codes that say more than a class. */
export function titlesOf(error: RaisedError): readonly string[] {
  return error.codes.flatMap(({ family, code }) => {
    const title = family === 'sqlalchemy' ? SYMBOLS.errorCode(code)?.title : undefined;
    return !title?.includes(' ') ? [] : [title];
  });
}

/** Words of a text without what changes from one time to the next: values, numbers, addresses, paths, objects. */
export function stableWords(text: string, withValues: boolean, most = MOST_WORDS): MessageWords {
  const values = new Set<string>();
  const constant = text
    .replaceAll(DRIVER, ' ')
    .replaceAll(DRIVER_CLASS, ' ')
    // Objects show others inside: `<Task coro=<main()>>`.
    .replaceAll(REPRESENTATION, ' ')
    .replaceAll(REPRESENTATION, ' ')
    .replaceAll(ADDRESS, ' ')
    .replaceAll(PATH, ' ')
    .replaceAll(ADDRESS_OR_NUMBER, ' ')
    .replaceAll(QUOTED, (whole: string) => {
      if (!withValues) return ' ';
      for (const word of whole.match(WORD) ?? []) values.add(fold(word));
      return whole;
    });
  const words: string[] = [];
  for (const [word] of constant.matchAll(WORD)) {
    if (words.length >= most) break;
    words.push(fold(word));
  }
  return { words, values };
}

/** A word that says something of its own. */
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

/** What pydantic says of the fields, without their names: `Field required type missing`. */
function pydanticText({ details }: RaisedError): string {
  const said = details
    .split('\n', 40)
    .slice(1)
    .filter((line) => /^\s+\S/.test(line) && !/^\s+For further information/.test(line))
    .map((line) => line.trim().replace(PYDANTIC_TYPE, '[type=$1]'));
  return [...new Set(said)].slice(0, 3).join(' ');
}
