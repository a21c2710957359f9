import type { TokenKind } from '../text/analyser';
import type { Field } from './fields';

/**
 * How a word of a query relates to the term of a text that it matches. Besides the kinds of tokens: `joined`, words
 * typed apart that are one in the text; `piece`, a part of a compound; `begins`, a prefix; `near`, a typing error;
 * `initials`, initial consonants; `keyboard`, the other keyboard layout. Part of the command line's JSON.
 */
export type MatchKind = TokenKind | 'joined' | 'piece' | 'begins' | 'near' | 'initials' | 'keyboard';

/**
 * The weights of the search. A weight of zero turns its rule off, which is how the bench measures what each rule brings:
 * see docs/benchmarks.md.
 */
export interface Tuning {
  /** Weight of an occurrence in each field. */
  readonly fields: Readonly<Record<Field, number>>;
  /** Added once for a term that occurs in a field at all. */
  readonly fieldBonus: Readonly<Record<Field, number>>;
  /** How certain it is that a term is what the query's word means, from 0 to 1. */
  readonly query: Readonly<Record<MatchKind, number>>;
  /** How certain it is that a token of a text stands for its word, from 0 to 1. */
  readonly text: Readonly<Record<TokenKind, number>>;
  /** Letters whose share of a word each error takes from the quality of a `near` match. */
  readonly perError: number;
  /** BM25's `k1`. */
  readonly saturation: number;
  /** BM25's `b`. */
  readonly lengthNormalisation: number;
  /** Weight of a word's bigrams beside the word itself, and where only they match. */
  readonly bigram: number;
  readonly bigramAlone: number;
  /** How certain it is that a text with all bigrams of a word contains the word. */
  readonly bigramQuality: number;
  /** Weight of words that are neighbours in the query and side by side in the text, or near each other there. */
  readonly adjacent: number;
  readonly nearby: number;
  /** Weight of the best window of `windowWords` words. */
  readonly window: number;
  readonly windowWords: number;
  /** Importance of a stop word (`어떻게`, `the`), where other words have 1. */
  readonly stopWord: number;
  /** What an everyday word, and one such as `error` or `예제`, counts of what a word of a subject does. */
  readonly ordinaryWord: number;
  readonly genericWord: number;
  /** What a name of a product counts of that. */
  readonly nameWord: number;
  /** Exponent of a word's rarity in its share of what the query is about. */
  readonly rarity: number;
  /** Importance of a name that pasted code binds itself, and of a number below a hundred. */
  readonly minorWord: number;
  /** Exponent of the coverage by which a score is multiplied. */
  readonly coverage: number;
  /** Factor on the quality of a `near` match of a word that some text contains as typed. */
  readonly knownWord: number;
  /** Share of its score that an entry without an answer loses, and one that is ten years older than the newest. */
  readonly unanswered: number;
  readonly age: number;
}

export const TUNING: Tuning = {
  fields: { title: 6, symbols: 4, topics: 3, question: 1.5, answers: 1, code: 0.7 },
  fieldBonus: { title: 1.5, symbols: 0.75, topics: 0.5, question: 0, answers: 0, code: 0 },
  query: {
    word: 1,
    stem: 0.9,
    name: 0.75,
    joined: 0.95,
    piece: 0.6,
    sense: 0.95,
    ambiguous: 0.2,
    part: 0.3,
    begins: 0.8,
    near: 0.8,
    initials: 0.7,
    keyboard: 0.6,
    bigram: 1,
  },
  text: { word: 1, stem: 1, name: 0.95, sense: 1, ambiguous: 0.4, part: 0.6, bigram: 1 },
  perError: 1.8,
  saturation: 1.2,
  lengthNormalisation: 0.85,
  bigram: 0.25,
  bigramAlone: 0.7,
  bigramQuality: 0.3,
  adjacent: 1.2,
  nearby: 0.8,
  window: 0.7,
  windowWords: 12,
  stopWord: 0.04,
  ordinaryWord: 0.3,
  genericWord: 0.4,
  nameWord: 2,
  rarity: 0.5,
  minorWord: 0.3,
  coverage: 0.4,
  knownWord: 0.4,
  unanswered: 0.05,
  age: 0.02,
};
