import { addToGroup } from '../base/grouping';
import type { MessageFact } from './messageFacts';
import { messagePatterns, messageTokens, type MessagePattern } from './messagePatterns';

/** A known message in a text, possibly cut. */
export interface MessageMatch {
  readonly fact: MessageFact;
  /** Offsets of its words in UTF-16 units, from the first one to the last. */
  readonly start: number;
  readonly end: number;
  /** How many words of the message it has in sequence, and their weight. */
  readonly words: number;
  readonly weight: number;
  /** Whether the text is this message from its first word to its last. */
  readonly isWhole: boolean;
}

/** Words of a text that are read. */
const MAX_TOKENS = 2000;
/** Words in place of what varies: representations of objects are long. */
const MAX_GAP = 60;
/** What each gap takes off the weight of the words around it. */
const GAP_COST = 0.5;
/** Lighter matches are of no use in any context. */
const MIN_WEIGHT = 3;

/** Words of a pattern in sequence that a text has, up to a word of both. */
interface Chain {
  /** Index of the pattern's first word in the chain. */
  readonly from: number;
  /** Indices of the text's words. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly weight: number;
}

interface Posting {
  readonly pattern: number;
  /** Index of the word in the pattern. */
  readonly at: number;
}

/**
 * Finds known messages in texts. Each word of a text extends the chains of those patterns that continue with it, so a
 * text takes time in proportion to its length.
 */
export class MessageIndex {
  readonly #postings = new Map<string, Posting[]>();

  constructor(private readonly patterns: readonly MessagePattern[]) {
    for (const [pattern, { tokens }] of patterns.entries()) {
      // The last word first: a word that a message repeats must not continue the chain that it has just extended.
      for (const [at, { text }] of [...tokens.entries()].reverse()) {
        addToGroup(this.#postings, text, { pattern, at });
      }
    }
  }

  /** The heaviest match of each pattern, the heaviest first. */
  matchesIn(text: string): readonly MessageMatch[] {
    const tokens = messageTokens(text, MAX_TOKENS);
    const chains = new Map<number, (Chain | undefined)[]>();
    const best = new Map<number, { readonly chain: Chain; readonly at: number }>();
    for (const [index, token] of tokens.entries()) {
      for (const { pattern, at } of this.#postings.get(token.text) ?? []) {
        const ofPattern = chains.get(pattern) ?? [];
        chains.set(pattern, ofPattern);
        const chain = this.#extend(pattern, at, index, ofPattern);
        ofPattern[at] = this.#latest(pattern, at, chain, ofPattern[at]);
        if (chain.weight > (best.get(pattern)?.chain.weight ?? 0)) best.set(pattern, { chain, at });
      }
    }
    return [...best]
      .filter(([, { chain }]) => chain.weight >= MIN_WEIGHT && chain.end > chain.start)
      .map(([pattern, { chain, at }]) => {
        const { fact, tokens: own, isOpen } = this.patterns[pattern]!;
        const isComplete = chain.from === 0 && at === own.length - 1;
        return {
          fact,
          start: tokens[chain.start]!.start,
          end: tokens[chain.end]!.end,
          words: chain.words,
          weight: chain.weight,
          isWhole: isComplete && chain.start === 0 && (isOpen || chain.end === tokens.length - 1),
        };
      })
      .sort((a, b) => b.weight - a.weight);
  }

  /** The chain that ends with a word of the text, which is the pattern's word at an index. */
  #extend(pattern: number, at: number, index: number, ofPattern: readonly (Chain | undefined)[]): Chain {
    const { weight, isAfterGap } = this.patterns[pattern]!.tokens[at]!;
    const before = at === 0 ? undefined : ofPattern[at - 1];
    const distance = before === undefined ? Infinity : index - before.end - 1;
    if (before === undefined || distance > (isAfterGap ? MAX_GAP : 0)) {
      return { from: at, start: index, end: index, words: 1, weight };
    }
    return {
      ...before,
      end: index,
      words: before.words + 1,
      weight: before.weight + weight - (isAfterGap ? GAP_COST : 0),
    };
  }

  /** The chain to remember. What stands in a gap may repeat the word before it; elsewhere only the last one counts. */
  #latest(pattern: number, at: number, chain: Chain, known: Chain | undefined): Chain {
    const isBeforeGap = this.patterns[pattern]!.tokens[at + 1]?.isAfterGap === true;
    const isKept =
      isBeforeGap && known !== undefined && known.weight > chain.weight && chain.end - known.end <= MAX_GAP;
    return isKept ? known : chain;
  }
}

let loaded: MessageIndex | undefined;

/** The index of all known messages, built on first use. */
export function loadMessageIndex(): MessageIndex {
  loaded ??= new MessageIndex(messagePatterns());
  return loaded;
}
