import type { Entry } from '../model';
import { entryTextOf, TRIGRAM_LENGTH, trigramsOf } from './entryText';
import { isDistinctive, type MessageWords } from './messageWords';

/** Consecutive words of a message that identify it, however long it is. */
const SUFFICIENT_WORDS = 5;
/** Distinctive ones among them. */
const MIN_DISTINCTIVE_WORDS = 2;
/** Quoted words that occur in the messages of any program. */
const COMMON_VALUES = new Set(
  'nonetype none str int float bool bytes dict list tuple set object type function method module self id name data value'.split(
    ' ',
  ),
);

/** How far an entry quotes a message. */
export interface QuoteMatch {
  /** Share of the message's words that are in a quoted sequence, from 0 to 1. */
  readonly share: number;
  /** Whether the quoted words identify the message. */
  readonly isSure: boolean;
}

/**
 * Compares a message with an entry's text by sequences of at least three words. The entry surely quotes the message if
 * five of its words, or all words of a shorter one, occur in sequence, two of them distinctive. If messages of this kind
 * differ only in the values they quote (`byValues`), the sequence also has to contain one of them, or all of them if they
 * are common ones such as `NoneType`.
 */
export function matchQuote({ words, values }: MessageWords, entry: Entry, byValues: boolean): QuoteMatch {
  const { trigrams } = entryTextOf(entry);
  const entryTrigrams = byValues ? trigrams.withValues : trigrams.constant;
  const requiredWords = Math.min(words.length, SUFFICIENT_WORDS);
  let quotedWords = 0;
  let isSure = false;
  let sequence: readonly string[] = [];
  for (const [index, trigram] of trigramsOf(words).entries()) {
    if (!entryTrigrams.has(trigram)) {
      sequence = [];
      continue;
    }
    const added = words.slice(
      sequence.length === 0 ? index : index + TRIGRAM_LENGTH - 1,
      index + TRIGRAM_LENGTH,
    );
    sequence = [...sequence, ...added];
    quotedWords += added.length;
    isSure ||=
      sequence.length >= requiredWords &&
      sequence.filter(isDistinctive).length >= MIN_DISTINCTIVE_WORDS &&
      (!byValues || hasIdentifyingValues(sequence, values));
  }
  // Two sequences may share a word.
  const share = words.length === 0 ? 0 : Math.min(1, quotedWords / words.length);
  return { share, isSure };
}

function hasIdentifyingValues(sequence: readonly string[], values: ReadonlySet<string>): boolean {
  const quoted = [...values].filter((value) => sequence.includes(value));
  return quoted.some((value) => !COMMON_VALUES.has(value)) || quoted.length === values.size;
}
