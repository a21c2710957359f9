import { isStopWord } from '../text/stopWords';
import type { ForwardIndex } from './forwardIndex';
import { splitCompound } from './compoundSplitting';
import type { MatchKind, Tuning } from './tuning';

/** A term of the collection that a word of the query stands for. */
export interface Alternative {
  readonly term: number;
  readonly how: MatchKind;
  /** How sure that is, from 0 to 1. */
  readonly quality: number;
  /** BM25's inverse document frequency, at most that of the word it stands for. */
  readonly idf: number;
}

/** A word inside a compound. */
export interface CompoundPart {
  /** Its one term, if any. */
  readonly alternatives: readonly Alternative[];
  /** Share of the compound's syllables. */
  readonly share: number;
}

export interface QueryTerm {
  /** As it was typed. */
  readonly text: string;
  /** Whether a text has it as it is, or what it surely means. */
  readonly isKnown: boolean;
  /** How much it says about the subject, from 0 to 1. */
  readonly importance: number;
  /** Each term once, the surest first. */
  readonly alternatives: readonly Alternative[];
  /** The words a Hangul compound is made of, as far as the collection knows them. */
  readonly compoundParts: readonly CompoundPart[];
  /** Pairs of syllables. */
  readonly bigrams: readonly number[];
  /** How rare it is: BM25's inverse document frequency. */
  readonly idf: number;
}

/** What a word is as it stands; the rest is guessed, or stands for less than the word. */
const CERTAIN: ReadonlySet<MatchKind> = new Set<MatchKind>(['word', 'stem', 'name', 'joined', 'sense']);

/** A word of the query while it is worked out what it stands for. */
export class QueryTermBuilder {
  folded = '';
  readonly stems: string[] = [];
  readonly grams: number[] = [];
  readonly #found = new Map<number, Alternative>();

  /** @param typed What was typed on the wrong keyboard, where that was so. */
  constructor(
    private readonly collection: ForwardIndex,
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
  guess(id: number, how: MatchKind, quality: number, { query }: Tuning): void {
    this.add(id, how, this.collection.isSense(id) ? quality * query.sense : quality);
  }

  /** Takes a term, or its id, for one that the word stands for; one that no text has is nothing. */
  add(term: string | number, how: MatchKind, quality: number): void {
    const id = typeof term === 'string' ? this.collection.idOf(term) : term;
    if (id === undefined || quality <= (this.#found.get(id)?.quality ?? 0)) return;
    const from = this.typed === undefined ? how : 'keyboard';
    this.#found.set(id, { term: id, how: from, quality, idf: idfOf(id, this.collection) });
  }

  plan(text: string, tuning: Tuning): QueryTerm {
    const alternatives = [...this.#found.values()].sort((a, b) => b.quality - a.quality);
    const certain = alternatives.filter(({ how }) => CERTAIN.has(how));
    // By the commonest of the forms that are certain; without one, by the likeliest guess.
    const rarity =
      certain.length > 0 ? Math.min(...certain.map((one) => one.idf)) : (alternatives[0]?.idf ?? 0);
    return {
      text: this.typed ?? text,
      isKnown: certain.length > 0,
      importance: isStopWord(this.folded, this.stems) ? tuning.common : 1,
      alternatives: alternatives.map((one) => (one.idf > rarity ? { ...one, idf: rarity } : one)),
      compoundParts: splitCompound(this.noun, this.collection).map((piece) => this.#piece(piece, tuning)),
      bigrams: this.grams,
      idf: rarity,
    };
  }

  #piece(text: string, { query }: Tuning): CompoundPart {
    const term = this.collection.idOf(text);
    const share = text.length / this.noun.length;
    if (term === undefined) return { alternatives: [], share };
    const rarity = idfOf(term, this.collection);
    return { alternatives: [{ term, how: 'word', quality: query.word, idf: rarity }], share };
  }
}

function idfOf(term: number, collection: ForwardIndex): number {
  return inverseDocumentFrequency(collection.countOf(term), collection.size);
}

/** BM25's inverse document frequency of a term that stands in `count` of `size` texts; always above nought. */
export function inverseDocumentFrequency(count: number, size: number): number {
  return Math.log(1 + (size - Math.min(count, size) + 0.5) / (Math.min(count, size) + 0.5));
}
