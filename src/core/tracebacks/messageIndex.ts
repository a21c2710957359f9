import { addToGroup } from '../base/grouping';
import type { MessageFact } from './messageFacts';
import { messagePatterns, messageTokens, type MessagePattern, type MessageToken } from './messagePatterns';

/** A known message in a text, possibly cut. */
export interface MessageMatch {
  readonly fact: MessageFact;
  /** Offsets of its words in UTF-16 units, from the first one to the last. */
  readonly start: number;
  readonly end: number;
  /** How many words of the message it has in sequence, and their weight. */
  readonly words: number;
  readonly weight: number;
  /** Whether it has all words of the message. */
  readonly isComplete: boolean;
  /** Whether the text is this message from its first word to its last. */
  readonly isWhole: boolean;
}

/** Words of a text that are read. */
const MAX_TOKENS = 6000;
/** Words in place of what varies: representations of objects are long. */
const MAX_GAP = 60;
/** What each gap takes off the weight of the words around it. */
const GAP_COST = 0.5;
/** Lighter matches are of no use in any context. */
const MIN_WEIGHT = 3;

/** A word of a pattern. Those of all patterns are numbered; the words of one have consecutive numbers. */
interface PatternWord {
  readonly number: number;
  readonly pattern: number;
  readonly weight: number;
  /** Words that may stand before it in place of what varies; the first word of a pattern continues nothing. */
  readonly maxGap: number;
  readonly isFirst: boolean;
  readonly isBeforeGap: boolean;
}

/**
 * For each word of the patterns, the latest sequence of a text's words that ends with it: where it ends and begins in
 * the text, with which word of the pattern it begins, and how many words it has, of which weight.
 */
class Chains {
  readonly end: Int32Array;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly words: Int32Array;
  readonly weight: Float64Array;

  constructor(size: number) {
    this.end = new Int32Array(size).fill(-1);
    this.start = new Int32Array(size);
    this.from = new Int32Array(size);
    this.words = new Int32Array(size);
    this.weight = new Float64Array(size);
  }

  /** Ends a chain with a word of the text, at an index, that is a pattern's word; returns its weight. */
  extend({ number, weight, maxGap, isFirst, isBeforeGap }: PatternWord, index: number): number {
    const before = isFirst ? -1 : (this.end[number - 1] ?? -1);
    const continues = before !== -1 && index - before - 1 <= maxGap;
    const total = continues ? (this.weight[number - 1] ?? 0) + weight - (maxGap > 0 ? GAP_COST : 0) : weight;
    // What stands in a gap may repeat the word before it; elsewhere only the last occurrence counts.
    const known = this.end[number] ?? -1;
    const isKept =
      isBeforeGap && known !== -1 && index - known <= MAX_GAP && (this.weight[number] ?? 0) > total;
    if (isKept) return 0;
    this.end[number] = index;
    this.start[number] = continues ? (this.start[number - 1] ?? 0) : index;
    this.from[number] = continues ? (this.from[number - 1] ?? 0) : number;
    this.words[number] = (continues ? (this.words[number - 1] ?? 0) : 0) + 1;
    this.weight[number] = total;
    return total;
  }
}

/** The heaviest chain of a pattern. */
interface BestChain {
  /** Numbers of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** Indices of the text's words. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly weight: number;
}

/**
 * Finds known messages in texts. Each word of a text extends the chains of those patterns that continue with it, so a
 * text takes time in proportion to its length.
 */
export class MessageIndex {
  readonly #words = new Map<string, PatternWord[]>();
  /** The number of each pattern's first word. */
  readonly #first: number[] = [];
  #size = 0;

  constructor(private readonly patterns: readonly MessagePattern[]) {
    for (const [pattern, { tokens }] of patterns.entries()) {
      this.#first.push(this.#size);
      const words = tokens.map(({ text, weight, isAfterGap }, at) => ({
        text,
        number: this.#size + at,
        pattern,
        weight,
        maxGap: isAfterGap ? MAX_GAP : 0,
        isFirst: at === 0,
        isBeforeGap: tokens[at + 1]?.isAfterGap === true,
      }));
      // The last word first: a word that a message repeats must not continue the chain that it has just extended.
      for (const word of words.toReversed()) addToGroup(this.#words, word.text, word);
      this.#size += tokens.length;
    }
  }

  /** The heaviest match of each pattern, the heaviest first. */
  matchesIn(text: string): readonly MessageMatch[] {
    const tokens = messageTokens(text, MAX_TOKENS);
    const chains = new Chains(this.#size);
    const best = new Map<number, BestChain>();
    for (const [index, token] of tokens.entries()) {
      for (const word of this.#words.get(token.text) ?? []) {
        const weight = chains.extend(word, index);
        if (weight < Math.max(MIN_WEIGHT, best.get(word.pattern)?.weight ?? 0)) continue;
        const to = word.number;
        best.set(word.pattern, {
          from: chains.from[to] ?? to,
          to,
          start: chains.start[to] ?? index,
          end: index,
          words: chains.words[to] ?? 1,
          weight,
        });
      }
    }
    return [...best]
      .map(([pattern, chain]) => this.#matchOf(pattern, chain, tokens))
      .sort((a, b) => b.weight - a.weight);
  }

  #matchOf(pattern: number, chain: BestChain, tokens: readonly MessageToken[]): MessageMatch {
    const { fact, tokens: own, isOpen } = this.patterns[pattern]!;
    const first = this.#first[pattern]!;
    const isComplete = chain.from === first && chain.to === first + own.length - 1;
    return {
      fact,
      start: tokens[chain.start]!.start,
      end: tokens[chain.end]!.end,
      words: chain.words,
      weight: chain.weight,
      isComplete,
      isWhole: isComplete && chain.start === 0 && (isOpen || chain.end === tokens.length - 1),
    };
  }
}

let loaded: MessageIndex | undefined;

/** The index of all known messages, built on first use. */
export function loadMessageIndex(): MessageIndex {
  loaded ??= new MessageIndex(messagePatterns());
  return loaded;
}
