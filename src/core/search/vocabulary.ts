import { errorsBetween, initialsOf, lettersOf } from './letters';

/** A word of a vocabulary, and the term of the collection it stands for. */
interface Entry {
  readonly id: number;
  readonly letters: string;
}

/** A word that was guessed, and how far it is from what was typed. */
export interface Guess {
  readonly id: number;
  /** Letters of the word. */
  readonly length: number;
  readonly errors: number;
}

interface Bucket {
  readonly entries: Entry[];
  /** Of each word, which letters it holds, as bits: words of few errors differ in few. */
  readonly masks: number[];
}

/** Words someone may have meant: to be found by their beginning, by what looks like them, and by their initials. */
export class Vocabulary {
  readonly #byLength = new Map<number, Bucket>();
  readonly #sorted: readonly Entry[];
  readonly #initials: readonly Entry[];

  /** @param words Each word with the id of the term it stands for. */
  constructor(words: Iterable<readonly [word: string, id: number]>) {
    const sorted: Entry[] = [];
    const initials: Entry[] = [];
    for (const [word, id] of words) {
      const entry = { id, letters: lettersOf(word) };
      sorted.push(entry);
      const bucket = this.#byLength.get(entry.letters.length) ?? { entries: [], masks: [] };
      bucket.entries.push(entry);
      bucket.masks.push(maskOf(entry.letters));
      this.#byLength.set(entry.letters.length, bucket);
      const letters = initialsOf(word);
      if (letters !== '') initials.push({ id, letters });
    }
    this.#sorted = sorted.sort(byLetters);
    this.#initials = initials.sort(byLetters);
  }

  /** Words that begin with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly Guess[] {
    return beginning(this.#sorted, letters, limit);
  }

  /** Words whose syllables begin with the consonants, those of as many syllables first. */
  withInitials(initials: string, limit: number): readonly Guess[] {
    return beginning(this.#initials, initials, limit);
  }

  /** Words at most `most` errors away, the nearest first; the word itself is one of them. */
  near(letters: string, most: number): readonly Guess[] {
    const found: Guess[] = [];
    const mask = maskOf(letters);
    for (let length = letters.length - most; length <= letters.length + most; length += 1) {
      const { entries, masks } = this.#byLength.get(length) ?? NO_WORDS;
      for (let at = 0; at < entries.length; at += 1) {
        const entry = entries[at];
        if (entry === undefined || bitsOf((masks[at] ?? 0) ^ mask) > 2 * most) continue;
        const errors = errorsBetween(letters, entry.letters, most);
        if (errors <= most) found.push({ id: entry.id, length, errors });
      }
    }
    return found.sort((a, b) => a.errors - b.errors);
  }
}

const NO_WORDS: Bucket = { entries: [], masks: [] };

function byLetters(a: Entry, b: Entry): number {
  return a.letters < b.letters ? -1 : Number(a.letters > b.letters);
}

function beginning(sorted: readonly Entry[], start: string, limit: number): readonly Guess[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.letters ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: Guess[] = [];
  for (let at = low; at < sorted.length; at += 1) {
    const { id, letters } = sorted[at] ?? NO_WORD;
    if (!letters.startsWith(start)) break;
    found.push({ id, length: letters.length, errors: 0 });
  }
  return found.sort((a, b) => a.length - b.length).slice(0, limit);
}

const NO_WORD: Entry = { id: -1, letters: '' };

function maskOf(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at += 1) mask |= 1 << (letters.charCodeAt(at) % 32);
  return mask;
}

/** How many bits are set. */
function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
