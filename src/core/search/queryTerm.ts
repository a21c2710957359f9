import { isCommon } from '../text/stopWords';
import type { Collection } from './forwardIndex';
import { piecesOf } from './compoundSplitting';
import type { How, Tuning } from './tuning';

/** A term of the collection that a word of the query stands for. */
export interface Alternative {
  readonly term: number;
  readonly how: How;
  /** How sure that is, from 0 to 1. */
  readonly quality: number;
  /** BM25's inverse document frequency, at most that of the word it stands for. */
  readonly rarity: number;
}

/** A word inside a compound. */
export interface Piece {
  /** Its one term, if any. */
  readonly alternatives: readonly Alternative[];
  /** Share of the compound's syllables. */
  readonly share: number;
}

export interface PlannedWord {
  /** As it was typed. */
  readonly text: string;
  /** Whether a text has it as it is, or what it surely means. */
  readonly isKnown: boolean;
  /** How much it says about the subject, from 0 to 1. */
  readonly importance: number;
  /** Each term once, the surest first. */
  readonly alternatives: readonly Alternative[];
  /** The words a Hangul compound is made of, as far as the collection knows them. */
  readonly pieces: readonly Piece[];
  /** Pairs of syllables. */
  readonly grams: readonly number[];
  /** How rare it is: BM25's inverse document frequency. */
  readonly rarity: number;
}

/** What a word is as it stands; the rest is guessed, or stands for less than the word. */
const CERTAIN: ReadonlySet<How> = new Set<How>(['word', 'stem', 'name', 'joined', 'sense']);

/** A word of the query while it is worked out what it stands for. */
export class Draft {
  folded = '';
  readonly stems: string[] = [];
  readonly grams: number[] = [];
  readonly #found = new Map<number, Alternative>();

  /** @param typed What was typed on the wrong keyboard, where that was so. */
  constructor(
    private readonly collection: Collection,
    private readonly typed?: string,
  ) {}

  get isKnown(): boolean {
    return Array.from(this.#found.values()).some(({ how }) => CERTAIN.has(how));
  }

  /** Without its particles, when it is Hangul; as written otherwise. */
  get noun(): string {
    return this.stems.find((stem) => /^[가-힣]+$/.test(stem)) ?? this.folded;
  }

  /** Takes a guess for what the word stands for; one by way of the glossary is less sure. */
  guess(id: number, how: How, quality: number, { query }: Tuning): void {
    this.add(id, how, this.collection.isSense(id) ? quality * query.sense : quality);
  }

  /** Takes a term, or its id, for one that the word stands for; one that no text has is nothing. */
  add(term: string | number, how: How, quality: number): void {
    const id = typeof term === 'string' ? this.collection.idOf(term) : term;
    if (id === undefined || quality <= (this.#found.get(id)?.quality ?? 0)) return;
    const from = this.typed === undefined ? how : 'keyboard';
    this.#found.set(id, { term: id, how: from, quality, rarity: rarityOf(id, this.collection) });
  }

  plan(text: string, tuning: Tuning): PlannedWord {
    const alternatives = [...this.#found.values()].sort((a, b) => b.quality - a.quality);
    const certain = alternatives.filter(({ how }) => CERTAIN.has(how));
    // By the commonest of the forms that are certain; without one, by the likeliest guess.
    const rarity =
      certain.length > 0 ? Math.min(...certain.map((one) => one.rarity)) : (alternatives[0]?.rarity ?? 0);
    return {
      text: this.typed ?? text,
      isKnown: certain.length > 0,
      importance: isCommon(this.folded, this.stems) ? tuning.common : 1,
      alternatives: alternatives.map((one) => (one.rarity > rarity ? { ...one, rarity } : one)),
      pieces: piecesOf(this.noun, this.collection).map((piece) => this.#piece(piece, tuning)),
      grams: this.grams,
      rarity,
    };
  }

  #piece(text: string, { query }: Tuning): Piece {
    const term = this.collection.idOf(text);
    const share = text.length / this.noun.length;
    if (term === undefined) return { alternatives: [], share };
    const rarity = rarityOf(term, this.collection);
    return { alternatives: [{ term, how: 'word', quality: query.word, rarity }], share };
  }
}

function rarityOf(term: number, collection: Collection): number {
  return inverseFrequency(collection.countOf(term), collection.size);
}

/** BM25's inverse document frequency of a term that stands in `count` of `size` texts; always above nought. */
export function inverseFrequency(count: number, size: number): number {
  return Math.log(1 + (size - Math.min(count, size) + 0.5) / (Math.min(count, size) + 0.5));
}
