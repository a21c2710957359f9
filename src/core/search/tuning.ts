import type { TokenKind } from '../text/analyser';
import type { Field } from './fields';

/** How a word of a query came to stand for a term of a text. */
export type MatchKind = TokenKind | 'joined' | 'piece' | 'begins' | 'near' | 'initials' | 'keyboard';

/**
 * Every weight of the search, in one place; docs/benchmarks.md says what each rule brings. A weight of nought turns its
 * rule off, which is how the bench measures it.
 */
export interface Tuning {
  /** What a word found there counts beside a word of an answer. */
  readonly fields: Readonly<Record<Field, number>>;
  /** What a word gains by being in that field at all, however often it is elsewhere. */
  readonly inField: Readonly<Record<Field, number>>;
  /** How sure it is that a term is what the query's word means, from 0 to 1, and how sure a text's token is. */
  readonly query: Readonly<Record<MatchKind, number>>;
  readonly text: Readonly<Record<TokenKind, number>>;
  /** Of each further letter that was typed wrong. */
  readonly perError: number;
  /** BM25's saturation by repetition (`k1`) and allowance for length (`b`). */
  readonly saturation: number;
  readonly length: number;
  /** Pairs of syllables, beside the word they are cut from. */
  readonly grams: number;
  readonly gramsAlone: number;
  /** How sure it is that a text with all of a word's pairs of syllables has the word. */
  readonly gramsSure: number;
  /** Words of the query that stand side by side in the text, and near each other. */
  readonly adjacent: number;
  readonly nearby: number;
  /** What the best stretch of so many words says of the query. */
  readonly passage: number;
  readonly window: number;
  /** A word that says nothing about the subject (`어떻게`, `the`), beside one that does. */
  readonly common: number;
  /** Exponent of the share of the query that was found. */
  readonly coverage: number;
  /** Of a word that the collection knows as it is: how sure it is that another one was meant. */
  readonly known: number;
  /** What an entry without an answer loses, and one that is ten years older than the newest. */
  readonly unanswered: number;
  readonly age: number;
  /** Share of the query that has to be found for a hit to be a strong one. */
  readonly strong: number;
}

export const TUNING: Tuning = {
  fields: { title: 6, symbols: 4, topics: 3, question: 1.5, answers: 1, code: 1 },
  inField: { title: 1.5, symbols: 0.75, topics: 0.5, question: 0, answers: 0, code: 0 },
  query: {
    word: 1,
    stem: 0.9,
    name: 0.75,
    joined: 0.95,
    piece: 0.6,
    sense: 0.85,
    part: 0.3,
    begins: 0.8,
    near: 0.7,
    initials: 0.7,
    keyboard: 0.6,
    gram: 1,
  },
  text: { word: 1, stem: 1, name: 0.95, sense: 1, part: 0.6, gram: 1 },
  perError: 0.75,
  saturation: 1.2,
  length: 0.85,
  grams: 0.25,
  gramsAlone: 0.7,
  gramsSure: 0.3,
  adjacent: 1.5,
  nearby: 0.5,
  passage: 0.7,
  window: 12,
  common: 0.04,
  coverage: 0.4,
  known: 0.4,
  unanswered: 0.05,
  age: 0.02,
  strong: 0.52,
};
