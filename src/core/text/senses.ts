import { loadGlossary, type GlossaryPart, type SynonymSet, type SynonymSetMatch } from './glossary';
import type { Word } from './tokenizer';

/** Words on either side within which a word of its field tells what an ambiguous word means: about two sentences. */
const CONTEXT_WORDS = 16;

/**
 * What the words of a text mean: the synonym sets of its terms. An ambiguous word has a meaning for sure only near a word
 * of the meaning's field; where several of its meanings have one, the nearest decides.
 */
export class Senses {
  readonly #matches: readonly (readonly SynonymSetMatch[])[];
  /** By word, on demand: the parts of a compound, and the fields that the word belongs to for sure. */
  readonly #parts: (readonly GlossaryPart[])[] = [];
  readonly #fields: number[] = [];

  constructor(
    private readonly words: readonly Word[],
    text: string,
  ) {
    const glossary = loadGlossary();
    this.#matches = words.map((_, position) => glossary.synonymSetsAt(words, position, text));
  }

  /** The synonym sets of the terms that start at a word, the longest term first. */
  matchesAt(position: number): readonly SynonymSetMatch[] {
    return this.#matches[position] ?? [];
  }

  /** The glossary's terms inside a word: those of a Hangul compound, or the words of an identifier. */
  partsAt(position: number): readonly GlossaryPart[] {
    return (this.#parts[position] ??= this.#partsOf(this.words[position]));
  }

  /** Whether a word may well mean something else than one of its synonym sets. */
  isDoubtful(set: SynonymSet, sets: readonly SynonymSet[], position: number): boolean {
    if (!set.isAmbiguous) return false;
    const distance = this.#distanceTo(set, position);
    return (
      distance > CONTEXT_WORDS ||
      sets.some((other) => other.isAmbiguous && this.#distanceTo(other, position) < distance)
    );
  }

  #partsOf(word: Word | undefined): readonly GlossaryPart[] {
    if (word === undefined) return [];
    const glossary = loadGlossary();
    if (word.script === 'hangul') return glossary.compoundPartsOf(nounOf(word));
    return word.parts.map((text) => ({ text, synonymSets: glossary.synonymSetsOf(text) }));
  }

  /** The number of words to the nearest one of a synonym set's fields; infinite where none is near. */
  #distanceTo({ fields }: SynonymSet, position: number): number {
    if ((this.#ownFieldsAt(position) & fields) !== 0) return 0;
    for (let distance = 1; distance <= CONTEXT_WORDS; distance += 1) {
      const near = this.#fieldsAt(position - distance) | this.#fieldsAt(position + distance);
      if ((near & fields) !== 0) return distance;
    }
    return Infinity;
  }

  /** The fields that a word tells of itself: by a longer term that starts with it, or as a compound that is no term. */
  #ownFieldsAt(position: number): number {
    const matches = this.matchesAt(position);
    return matches.length > 0
      ? certainFieldsOf(matches.filter(({ length }) => length > 1).map(({ set }) => set))
      : this.#fieldsAt(position);
  }

  #fieldsAt(position: number): number {
    if (position < 0 || position >= this.words.length) return 0;
    return (this.#fields[position] ??= certainFieldsOf([
      ...this.matchesAt(position).map(({ set }) => set),
      ...this.partsAt(position).flatMap(({ synonymSets }) => synonymSets),
    ]));
  }
}

function certainFieldsOf(sets: readonly SynonymSet[]): number {
  return sets.reduce((mask, { fields, isAmbiguous }) => (isAmbiguous ? mask : mask | fields), 0);
}

/** A Hangul word without its particles. */
export function nounOf({ stems, folded }: Word): string {
  return stems.find((stem) => !stem.endsWith('-')) ?? folded;
}
