import type { MaybeYield } from '../archive/archiveSource';
import { lowerBound } from '../base/lowerBound';
import { editDistance, initialsOf, lettersOf } from './letters';

/** A word of a vocabulary, and the term of the collection it stands for. */
interface Entry {
  readonly id: number;
  readonly letters: string;
}

/** A word that was guessed, and how far it is from what was typed. */
export interface VocabularyMatch {
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
  readonly #byLetters = new SortedWords();
  readonly #byInitials = new SortedWords();

  /** @param id Of the term that the word stands for. */
  add(word: string, id: number): void {
    const entry = { id, letters: lettersOf(word) };
    this.#byLetters.add(entry);
    const bucket = this.#byLength.get(entry.letters.length) ?? { entries: [], masks: [] };
    bucket.entries.push(entry);
    bucket.masks.push(maskOf(entry.letters));
    this.#byLength.set(entry.letters.length, bucket);
    const letters = initialsOf(word);
    if (letters !== '') this.#byInitials.add({ id, letters });
  }

  /** Puts in order what was added; else the questions do. */
  async sort(maybeYield?: MaybeYield): Promise<void> {
    await this.#byLetters.sort(maybeYield);
    await this.#byInitials.sort(maybeYield);
  }

  /** Words that begin with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly VocabularyMatch[] {
    return this.#byLetters.beginningWith(letters, limit);
  }

  /** Words whose syllables begin with the consonants, those of as many syllables first. */
  withInitials(initials: string, limit: number): readonly VocabularyMatch[] {
    return this.#byInitials.beginningWith(initials, limit);
  }

  /** Words at most `most` errors away, the nearest first; the word itself is one of them. */
  near(letters: string, most: number): readonly VocabularyMatch[] {
    const found: VocabularyMatch[] = [];
    const mask = maskOf(letters);
    for (let length = letters.length - most; length <= letters.length + most; length += 1) {
      const { entries, masks } = this.#byLength.get(length) ?? NO_WORDS;
      for (let at = 0; at < entries.length; at += 1) {
        const entry = entries[at];
        if (entry === undefined || bitsOf((masks[at] ?? 0) ^ mask) > 2 * most) continue;
        const errors = editDistance(letters, entry.letters, most);
        if (errors <= most) found.push({ id: entry.id, length, errors });
      }
    }
    return found.sort((a, b) => a.errors - b.errors);
  }
}

const NO_WORDS: Bucket = { entries: [], masks: [] };

/** Words in order, those of each first letter apart, so that none is put in order before it is needed. */
class SortedWords {
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #unsorted = new Set<string>();

  add(entry: Entry): void {
    const first = entry.letters.slice(0, 1);
    const words = this.#byFirst.get(first);
    if (words === undefined) this.#byFirst.set(first, [entry]);
    else words.push(entry);
    this.#unsorted.add(first);
  }

  async sort(maybeYield?: MaybeYield): Promise<void> {
    for (const first of this.#byFirst.keys()) {
      this.#sorted(first);
      await maybeYield?.();
    }
  }

  beginningWith(start: string, limit: number): readonly VocabularyMatch[] {
    const sorted = this.#sorted(start.slice(0, 1));
    const first = lowerBound(sorted.length, (at) => (sorted[at]?.letters ?? '') < start);
    const found: VocabularyMatch[] = [];
    for (let at = first; at < sorted.length; at += 1) {
      const { id, letters } = sorted[at] ?? NO_WORD;
      if (!letters.startsWith(start)) break;
      found.push({ id, length: letters.length, errors: 0 });
    }
    return found.sort((a, b) => a.length - b.length).slice(0, limit);
  }

  #sorted(first: string): readonly Entry[] {
    const words = this.#byFirst.get(first) ?? [];
    if (this.#unsorted.delete(first)) {
      words.sort((a, b) => (a.letters < b.letters ? -1 : Number(a.letters > b.letters)));
    }
    return words;
  }
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
