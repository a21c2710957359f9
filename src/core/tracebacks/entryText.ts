import { variantsOf, type Entry } from '../model';
import { codeKey, errorCodesIn } from './errorCodes';
import { stableWords } from './messageWords';
import { namesIn } from './foldedNames';

/** Words of one entry that are indexed. */
const MAX_WORDS = 60_000;
/** Consecutive words that an entry's text is compared by. */
export const TRIGRAM_LENGTH = 3;

/** An entry's text, indexed for comparison with errors. */
export interface EntryText {
  /** Titles and posts in all its languages. */
  text(): string;
  /** Keys of the error codes that it prints. */
  readonly codeKeys: ReadonlySet<string>;
  /** Its word trigrams, with the words it quotes and without them. */
  readonly trigrams: { readonly withValues: ReadonlySet<string>; readonly constant: ReadonlySet<string> };
  mentions(identifier: string): boolean;
  /** All names in lower case, with underscores for dashes. */
  readonly foldedNames: ReadonlySet<string>;
  /** Whether it prints an error of a class, by its unqualified name: `sqlalchemy.exc.NoResultFound: No row …`. */
  reports(className: string): boolean;
}

/** A class in front of its message. */
const REPORTED = /(?<![\w.])(?:[A-Za-z_]\w{0,60}\.){0,8}(?<name>[A-Z]\w{1,80}): (?=\S)/g;

const cache = new WeakMap<Entry, EntryText>();

/** The indexed text of an entry in all its languages; each entry is indexed once. */
export function entryTextOf(entry: Entry): EntryText {
  const text = cache.get(entry) ?? indexText(entry);
  cache.set(entry, text);
  return text;
}

/** All sequences of three consecutive words, joined by spaces. */
export function trigramsOf(words: readonly string[]): readonly string[] {
  return words
    .slice(TRIGRAM_LENGTH - 1)
    .map((_, index) => words.slice(index, index + TRIGRAM_LENGTH).join(' '));
}

function textOf(entry: Entry): string {
  return variantsOf(entry)
    .flatMap(({ title, posts }) => [title, ...posts.map(({ markdown }) => markdown)])
    .join('\n\n');
}

function indexText(entry: Entry): EntryText {
  const text = textOf(entry);
  const identifiers = new Set(text.match(/[A-Za-z_]\w*/g) ?? []);
  const reported = new Set(Array.from(text.matchAll(REPORTED), ({ groups }) => groups?.['name']));
  const trigramsIn = (withValues: boolean) =>
    new Set(trigramsOf(stableWords(text, withValues, MAX_WORDS).words));
  // Most entries are only asked whether they mention a name.
  let trigrams: EntryText['trigrams'] | undefined;
  let foldedNames: ReadonlySet<string> | undefined;
  return {
    text: () => textOf(entry),
    codeKeys: new Set(errorCodesIn(text).map(codeKey)),
    get trigrams() {
      trigrams ??= { withValues: trigramsIn(true), constant: trigramsIn(false) };
      return trigrams;
    },
    get foldedNames() {
      foldedNames ??= namesIn(text);
      return foldedNames;
    },
    mentions: (identifier) => identifiers.has(identifier),
    reports: (className) => reported.has(className),
  };
}
