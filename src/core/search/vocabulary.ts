import type { MaybeYield } from '../archive/archiveSource';
import { addToGroup } from '../base/grouping';
import { lowerBound } from '../base/lowerBound';
import { editDistance } from './editDistance';
import { initialsOf, toLetters } from './jamo';

/** A word by its letters (or initials), and the term of the index that it stands for. */
interface VocabularyWord {
  readonly id: number;
  readonly letters: string;
}

/** A word that resembles what was typed. */
export interface VocabularyMatch {
  readonly id: number;
  /** The number of the word's letters (or initials). */
  readonly length: number;
  readonly errors: number;
}

/** Words of one length. */
interface Bucket {
  readonly words: VocabularyWord[];
  /** For each word, which letters it contains, as a bit mask: few errors change few bits. */
  readonly masks: number[];
}

/** Looks words up by prefix, by edit distance and by initial consonants. */
export class Vocabulary {
  readonly #byLength = new Map<number, Bucket>();
  readonly #byLetters = new SortedWords();
  readonly #byInitials = new SortedWords();

  /** @param id The term that the word stands for. */
  add(word: string, id: number): void {
    const letters = toLetters(word);
    this.#byLetters.add({ id, letters });
    const bucket = this.#byLength.get(letters.length) ?? { words: [], masks: [] };
    bucket.words.push({ id, letters });
    bucket.masks.push(letterMask(letters));
    this.#byLength.set(letters.length, bucket);
    const initials = initialsOf(word);
    if (initials !== '') this.#byInitials.add({ id, letters: initials });
  }

  /** Sorts the words in time slices; otherwise the first lookups sort what they need. */
  async sort(maybeYield?: MaybeYield): Promise<void> {
    await this.#byLetters.sort(maybeYield);
    await this.#byInitials.sort(maybeYield);
  }

  /** Words that start with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly VocabularyMatch[] {
    return this.#byLetters.beginningWith(letters, limit);
  }

  /** Words whose initial consonants start with these, the shortest first. */
  withInitials(initials: string, limit: number): readonly VocabularyMatch[] {
    return this.#byInitials.beginningWith(initials, limit);
  }

  /** Words at most `maxErrors` errors away, the nearest first; includes the word itself. */
  withinErrors(letters: string, maxErrors: number): readonly VocabularyMatch[] {
    const matches: VocabularyMatch[] = [];
    const mask = letterMask(letters);
    for (let length = letters.length - maxErrors; length <= letters.length + maxErrors; length += 1) {
      const { words, masks } = this.#byLength.get(length) ?? NO_WORDS;
      // A plain loop: it goes through most of the vocabulary.
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        // An error changes at most two bits: those of the typed and of the intended letter.
        if (word === undefined || countBits((masks[at] ?? 0) ^ mask) > 2 * maxErrors) continue;
        const errors = editDistance(letters, word.letters, maxErrors);
        if (errors <= maxErrors) matches.push({ id: word.id, length, errors });
      }
    }
    return matches.sort((a, b) => a.errors - b.errors);
  }
}

const NO_WORDS: Bucket = { words: [], masks: [] };

/** Words sorted by their letters, grouped by the first letter so that a lookup sorts only one group. */
class SortedWords {
  readonly #byFirstLetter = new Map<string, VocabularyWord[]>();
  readonly #unsorted = new Set<string>();

  add(word: VocabularyWord): void {
    const first = word.letters.slice(0, 1);
    addToGroup(this.#byFirstLetter, first, word);
    this.#unsorted.add(first);
  }

  async sort(maybeYield?: MaybeYield): Promise<void> {
    for (const first of this.#byFirstLetter.keys()) {
      this.#sortedGroup(first);
      await maybeYield?.();
    }
  }

  beginningWith(prefix: string, limit: number): readonly VocabularyMatch[] {
    const words = this.#sortedGroup(prefix.slice(0, 1));
    const first = lowerBound(words.length, (at) => (words[at]?.letters ?? '') < prefix);
    const matches: VocabularyMatch[] = [];
    for (const { id, letters } of words.slice(first)) {
      if (!letters.startsWith(prefix)) break;
      matches.push({ id, length: letters.length, errors: 0 });
    }
    return matches.sort((a, b) => a.length - b.length).slice(0, limit);
  }

  #sortedGroup(first: string): readonly VocabularyWord[] {
    const words = this.#byFirstLetter.get(first) ?? [];
    if (this.#unsorted.delete(first)) {
      words.sort((a, b) => (a.letters < b.letters ? -1 : Number(a.letters > b.letters)));
    }
    return words;
  }
}

/** One bit for each letter that occurs, by its code unit modulo 32. */
function letterMask(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at += 1) mask |= 1 << (letters.charCodeAt(at) % 32);
  return mask;
}

/** The number of bits set, counted in parallel. https://graphics.stanford.edu/~seander/bithacks.html */
function countBits(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
