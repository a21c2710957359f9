import { isOrdinaryWord } from '../text/ordinaryWords';
import { isGenericWord, isStopWord } from '../text/stopWords';
import { inverseDocumentFrequency } from './bm25';
import { splitCompound } from './compoundSplitting';
import type { ForwardIndex } from './forwardIndex';
import type { MatchKind, Tuning } from './tuning';

/** A term of the index that a word of the query may stand for. */
export interface Alternative {
  readonly term: number;
  readonly kind: MatchKind;
  /** How certain it is that the word means the term, from 0 to 1. */
  readonly quality: number;
  /** BM25's inverse document frequency, at most that of the query term. */
  readonly idf: number;
}

/** A word inside a compound. */
export interface CompoundPart {
  readonly alternative: Alternative;
  /** Share of the compound's syllables. */
  readonly share: number;
}

/** A word of a query with everything it may stand for. */
export interface QueryTerm {
  /** As typed. */
  readonly text: string;
  /** Whether some text contains the word, one of its forms or a synonym. */
  readonly isKnown: boolean;
  /** Whether it is the version of something; a text with another version is not about it. */
  readonly isVersion: boolean;
  /** How much the word says about the subject, from 0 to 1. */
  readonly importance: number;
  /** One for each term, the most certain first. */
  readonly alternatives: readonly Alternative[];
  /** The words of the index that a Hangul compound consists of. */
  readonly compoundParts: readonly CompoundPart[];
  /** The ids of the bigrams that some text contains. */
  readonly bigrams: readonly number[];
  /** BM25's inverse document frequency. */
  readonly idf: number;
  /**
   * How much of the query's meaning the word carries, above zero: the more, the fewer texts contain it; one for a
   * subject that none contains.
   */
  readonly weight: number;
  /** Whether it names a subject, whichever; not how something is asked, and no word of everyday language. */
  readonly isSubject: boolean;
}

/** Kinds by which a word is certain to be meant; the others are guesses, or stand for less than the word. */
const CERTAIN: ReadonlySet<MatchKind> = new Set<MatchKind>(['word', 'stem', 'name', 'joined', 'sense']);

/** A number that is mostly an amount, or one of a list. */
const SMALL_NUMBER = /^\d{1,2}$/;

/** Collects what a word of a query may stand for. */
export class QueryTermBuilder {
  folded = '';
  isVersion = false;
  /** Whether it is a Latin word in a Korean query that is no term of the glossary: most are names of products. */
  isName = false;
  /** What the word is in pasted code. */
  inCode: 'syntax' | 'own' | undefined;
  readonly stems: string[] = [];
  readonly bigrams: number[] = [];
  readonly #byTerm = new Map<number, Alternative>();

  /** @param typed What was typed in the wrong keyboard layout, where the word was corrected. */
  constructor(
    private readonly index: ForwardIndex,
    private readonly typed?: string,
  ) {}

  get isKnown(): boolean {
    return Array.from(this.#byTerm.values()).some(({ kind }) => CERTAIN.has(kind));
  }

  /** A Hangul word without its particles; any other word as written. */
  get noun(): string {
    return this.stems.find((stem) => /^[가-힣]+$/.test(stem)) ?? this.folded;
  }

  /** Adds a guess; a synonym of the guessed word is less certain than the word. */
  addExpansion(id: number, kind: MatchKind, quality: number, { query }: Tuning): void {
    this.addAlternative(id, kind, this.index.isSynonymSet(id) ? quality * query.sense : quality);
  }

  /** Adds a term or its id, unless no text contains it or a more certain alternative has it already. */
  addAlternative(term: string | number, kind: MatchKind, quality: number): void {
    const id = typeof term === 'string' ? this.index.idOf(term) : term;
    if (id === undefined || quality <= (this.#byTerm.get(id)?.quality ?? 0)) return;
    this.#byTerm.set(id, {
      term: id,
      kind: this.typed === undefined ? kind : 'keyboard',
      quality,
      idf: idfOf(id, this.index),
    });
  }

  build(text: string, tuning: Tuning): QueryTerm {
    const alternatives = [...this.#byTerm.values()].sort((a, b) => b.quality - a.quality);
    const certain = alternatives.filter(({ kind }) => CERTAIN.has(kind));
    // The most frequent of the certain forms; without one, the likeliest guess.
    const idf = certain.length > 0 ? Math.min(...certain.map((one) => one.idf)) : (alternatives[0]?.idf ?? 0);
    const importance = this.#importance(tuning);
    const subjectShare = this.#subjectShare(tuning, certain.length > 0);
    const rarity = certain.length > 0 ? idf / inverseDocumentFrequency(0, this.index.size) : 1;
    return {
      text: this.typed ?? text,
      isKnown: certain.length > 0,
      isVersion: this.isVersion,
      importance,
      alternatives: alternatives.map((one) => ({ ...one, idf: Math.min(one.idf, idf) })),
      compoundParts: this.#compoundParts(tuning),
      bigrams: this.bigrams,
      idf,
      weight: importance * subjectShare * rarity ** tuning.rarity,
      isSubject: importance === 1 && subjectShare >= 1,
    };
  }

  #importance({ stopWord, minorWord }: Tuning): number {
    if (this.inCode === 'syntax' || isStopWord(this.folded, this.stems)) return stopWord;
    return this.inCode === 'own' || SMALL_NUMBER.test(this.folded) ? minorWord : 1;
  }

  /** How far the word names a subject, whichever. */
  #subjectShare({ ordinaryWord, genericWord, nameWord }: Tuning, isKnown: boolean): number {
    if (isGenericWord(this.folded, this.stems)) return genericWord;
    // Verbs of a subject are in its texts; of the others most say how something is told.
    const isUnknownVerb = !isKnown && this.stems.some((stem) => stem.endsWith('-'));
    if (isUnknownVerb || isOrdinaryWord(this.folded, this.stems)) return ordinaryWord;
    return this.isName ? nameWord : 1;
  }

  #compoundParts({ query }: Tuning): readonly CompoundPart[] {
    const { noun } = this;
    return splitCompound(noun, this.index).flatMap((part) => {
      const term = this.index.idOf(part);
      if (term === undefined) return [];
      const idf = idfOf(term, this.index);
      return [
        {
          alternative: { term, kind: 'word' as const, quality: query.word, idf },
          share: part.length / noun.length,
        },
      ];
    });
  }
}

function idfOf(term: number, index: ForwardIndex): number {
  return inverseDocumentFrequency(index.documentFrequency(term), index.size);
}
