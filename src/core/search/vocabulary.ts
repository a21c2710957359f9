import SearchableMap from 'minisearch/SearchableMap';
import { editDistance } from './editDistance';
import { initialsOf, toLetters } from './jamo';

/** A word that resembles what was typed. */
export interface VocabularyMatch {
  /** The term of the index that the word stands for. */
  readonly id: number;
  /** The number of the word's letters (or initials). */
  readonly length: number;
  readonly errors: number;
}

/** Looks words up by prefix, by edit distance and by initial consonants. */
export class Vocabulary {
  readonly #byLetters = new WordTrees();
  readonly #byInitials = new WordTrees();

  /** @param id The term that the word stands for. */
  add(word: string, id: number): void {
    this.#byLetters.add(toLetters(word), id);
    const initials = initialsOf(word);
    if (initials !== '') this.#byInitials.add(initials, id);
  }

  /** Words that start with the letters, the shortest first. */
  beginningWith(letters: string, limit: number): readonly VocabularyMatch[] {
    return this.#byLetters.beginningWith(letters, limit);
  }

  /** Words whose initial consonants start with these, the shortest first. */
  withInitials(initials: string, limit: number): readonly VocabularyMatch[] {
    return this.#byInitials.beginningWith(initials, limit);
  }

  /** Words at most `maxErrors` errors away, the nearest first, then the shortest; includes the word itself. */
  withinErrors(letters: string, maxErrors: number): readonly VocabularyMatch[] {
    return this.#byLetters.withinErrors(letters, maxErrors);
  }
}

/** Letters of the longest word that is looked up. Anything longer is data, which nobody completes or mistypes. */
const MAX_LETTERS = 120;

/** The term of a word, or the terms of words with the same letters. */
type Ids = number | readonly number[];

/** Words by their letters, in a radix tree for each length, so that the shortest are found without looking at others. */
class WordTrees {
  readonly #trees = new Map<number, SearchableMap<Ids>>();

  add(letters: string, id: number): void {
    if (letters.length > MAX_LETTERS) return;
    let tree = this.#trees.get(letters.length);
    if (tree === undefined) this.#trees.set(letters.length, (tree = new SearchableMap()));
    tree.update(letters, (ids) => (ids === undefined ? id : [ids, id].flat()));
  }

  /** The shortest first, those of one length by their ids. */
  beginningWith(prefix: string, limit: number): readonly VocabularyMatch[] {
    const matches: VocabularyMatch[] = [];
    for (let { length } = prefix; length <= MAX_LETTERS && matches.length < limit; length += 1) {
      const ids = Array.from(this.#trees.get(length)?.atPrefix(prefix).values() ?? []).flat();
      for (const id of ids.sort(ascending)) matches.push({ id, length, errors: 0 });
    }
    return matches.slice(0, limit);
  }

  withinErrors(letters: string, maxErrors: number): readonly VocabularyMatch[] {
    if (letters.length > MAX_LETTERS) return [];
    const found = new Map<string, Ids>();
    this.#findNear(letters, maxErrors, 0, found);
    const matches = Array.from(found).flatMap(([word, ids]) => {
      const errors = editDistance(letters, word, maxErrors);
      return errors > maxErrors ? [] : [ids].flat().map((id) => ({ id, length: word.length, errors }));
    });
    return matches.sort((a, b) => a.errors - b.errors || a.length - b.length || a.id - b.id);
  }

  /**
   * Finds all words within the distance, and a few beyond it. A tree counts two neighbouring letters that were swapped
   * as two errors, so the letters are also looked up with every two from `firstSwap` on swapped, for one error.
   */
  #findNear(letters: string, maxErrors: number, firstSwap: number, found: Map<string, Ids>): void {
    for (let length = letters.length - maxErrors; length <= letters.length + maxErrors; length += 1) {
      for (const [word, [ids]] of this.#trees.get(length)?.fuzzyGet(letters, maxErrors) ?? []) {
        found.set(word, ids);
      }
    }
    if (maxErrors === 0) return;
    for (let at = firstSwap; at + 1 < letters.length; at += 1) {
      if (letters[at] === letters[at + 1]) continue;
      const swapped = `${letters.slice(0, at)}${letters.charAt(at + 1)}${letters.charAt(at)}${letters.slice(at + 2)}`;
      this.#findNear(swapped, maxErrors - 1, at + 2, found);
    }
  }
}

function ascending(a: number, b: number): number {
  return a - b;
}
