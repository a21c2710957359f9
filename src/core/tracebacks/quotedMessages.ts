import { variantsOf, type Entry } from '../model';
import { codesIn } from './exceptionLines';
import { isDistinctive, stableWords, type MessageWords } from './messageWords';

/** Words that stand side by side before they count as quoted. */
const RUN = 3;
/** So many in a row are no coincidence, however long the message is. */
const LONG_RUN = 5;
/** Words of one entry that are looked at. */
const MOST_WORDS = 60_000;
/** Types that every program has: they say nothing of whose error it is. */
const ORDINARY_VALUES = new Set(
  'nonetype none str int float bool bytes dict list tuple set object type function method module self id name data value'.split(
    ' ',
  ),
);

/** What an entry's texts say, as an error would be looked for in them. */
export interface EntryQuotes {
  /** Codes of error addresses and of pydantic's messages, `family code`. */
  readonly codes: ReadonlySet<string>;
  /** Every three words in a row, with quoted names and without. */
  readonly runs: { readonly withValues: ReadonlySet<string>; readonly constant: ReadonlySet<string> };
  has(identifier: string): boolean;
}

const known = new WeakMap<Entry, EntryQuotes>();

/** Reads an entry once. */
export function quotesOf(entry: Entry): EntryQuotes {
  const read = known.get(entry) ?? readQuotes(entry);
  known.set(entry, read);
  return read;
}

function readQuotes(entry: Entry): EntryQuotes {
  const texts = variantsOf(entry).flatMap(({ title, posts }) => [
    title,
    ...posts.map(({ markdown }) => markdown),
  ]);
  const whole = texts.join('\n\n');
  const identifiers = new Set(whole.match(/[A-Za-z_]\w*/g) ?? []);
  // Most entries are only asked whether they name something.
  let runs: EntryQuotes['runs'] | undefined;
  return {
    codes: new Set(codesIn(whole).map(({ family, code }) => `${family} ${code}`)),
    get runs() {
      runs ??= {
        withValues: runsOf(stableWords(whole, true, MOST_WORDS).words),
        constant: runsOf(stableWords(whole, false, MOST_WORDS).words),
      };
      return runs;
    },
    has: (identifier) => identifiers.has(identifier),
  };
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((_, at) => words.slice(at, at + RUN).join(' ')));
}

/** How much of a message an entry quotes. */
export interface QuotedShare {
  /** Share of its words that stand in a row there, from 0 to 1. */
  readonly share: number;
  /** Words of the longest stretch. */
  readonly longest: number;
  /** Whether that can hardly be another message. */
  readonly isSure: boolean;
}

/**
 * Compares a message with what an entry says, by words in a row. It is surely the same when five of its words are there
 * in a row, or all of a shorter one, and two of those say something. Where a message is told by the names it quotes,
 * one of them has to be among those words; all of them, when it quotes types that every program has.
 */
export function quoted({ words, values }: MessageWords, entry: Entry, byValues: boolean): QuotedShare {
  const { runs } = quotesOf(entry);
  const there = byValues ? runs.withValues : runs.constant;
  let covered = 0;
  let longest = 0;
  let isSure = false;
  const needed = Math.min(words.length, LONG_RUN);
  const stretch: string[] = [];
  for (let at = 0; at <= words.length - RUN; at += 1) {
    if (!there.has(words.slice(at, at + RUN).join(' '))) {
      stretch.length = 0;
      continue;
    }
    const added = stretch.length === 0 ? words.slice(at, at + RUN) : words.slice(at + RUN - 1, at + RUN);
    stretch.push(...added);
    covered += added.length;
    longest = Math.max(longest, stretch.length);
    isSure ||=
      stretch.length >= needed &&
      stretch.filter(isDistinctive).length >= 2 &&
      hasValues(stretch, values, byValues);
  }
  return { share: words.length === 0 ? 0 : Math.min(1, covered / words.length), longest, isSure };
}

function hasValues(stretch: readonly string[], values: ReadonlySet<string>, byValues: boolean): boolean {
  if (!byValues || values.size === 0) return true;
  const own = [...values].filter((value) => stretch.includes(value));
  return own.some((value) => !ORDINARY_VALUES.has(value)) || own.length === values.size;
}
