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
  readonly #byLetters: Entry[] = [];
  readonly #byInitials: Entry[] = [];
  #isSorted = true;

  /** @param id Of the term that the word stands for. */
  add(word: string, id: number): void {
    const entry = { id, letters: lettersOf(word) };
    this.#byLetters.push(entry);
    const bucket = this.#byLength.get(entry.letters.length) ?? { entries: [], masks: [] };
    bucket.entries.push(entry);
    bucket.masks.push(maskOf(entry.letters));
    this.#byLength.set(entry.letters.length, bucket);
    const letters = initialsOf(word);
    if (letters !== '') this.#byInitials.push({ id, letters });
    this.#isSorted = false;
  }

  /** Puts in order what was added; else the next question does. */
  sort(): void {
    if (this.#isSorted) return;
    this.#byLetters.sort(byLetters);
    this.#byInitials.sort(byLetters);
    this.#isSorted = true;
  }

  /** Words that begin with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly Guess[] {
    this.sort();
    return beginning(this.#byLetters, letters, limit);
  }

  /** Words whose syllables begin with the consonants, those of as many syllables first. */
  withInitials(initials: string, limit: number): readonly Guess[] {
    this.sort();
    return beginning(this.#byInitials, initials, limit);
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
