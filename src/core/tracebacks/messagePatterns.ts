import { loadGlossary } from '../text/glossary';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { COMMON_PHRASES, messageFacts, type MessageFact } from './messageFacts';
import { isDistinctive } from './messageWords';
import { withoutTrailing } from '../text/trailing';

/** A word or number of a text. Letters of other scripts than Latin separate words: Korean particles follow them. */
export interface MessageToken {
  /** In lower case, with a straight apostrophe. */
  readonly text: string;
  readonly written: string;
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A known message as words. */
export interface MessagePattern {
  readonly fact: MessageFact;
  readonly tokens: readonly PatternToken[];
  /** Whether anything may follow its last word. */
  readonly isOpen: boolean;
}

interface PatternToken {
  readonly text: string;
  /** How much it tells: see `WEIGHTS`. */
  readonly weight: number;
  /** Whether something that varies stands before it. */
  readonly isAfterGap: boolean;
}

/**
 * What a word tells that is in sequence with others. An identifier without documentation is hardly written outside of
 * messages; words of the glossary are in the prose of all developers, and so are words that many messages share.
 */
const WEIGHTS = { stopWord: 0.5, common: 1, other: 2, identifier: 4.5 } as const;
/** Messages that share a common word. */
const MIN_COMMON_MESSAGES = 6;

const WORD = /[A-Za-z_]\w*(?:['’](?:t|s|re|ve|ll|d)(?![A-Za-z]))?|\d+(?:\.\d+)*/g;
/** `snake_case`, or capitals inside a word. */
const IDENTIFIER = /[a-z0-9]_+[a-z]|[a-z][A-Z]|^_+[a-z]/;
const GAP = '{}';

/** The words of a text, at most `maxTokens`. */
export function messageTokens(text: string, maxTokens: number): readonly MessageToken[] {
  const tokens: MessageToken[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (tokens.length >= maxTokens) break;
    if (/^_+$/.test(written)) continue;
    const folded = written.toLowerCase().replace('’', "'");
    tokens.push({ text: folded, written, start: index, end: index + written.length });
  }
  return tokens;
}

/** All known messages as patterns. */
export function messagePatterns(): readonly MessagePattern[] {
  const patterns = messageFacts().map((fact) => ({ fact, segments: segmentsOf(fact.message) }));
  const weights = new Weights(
    patterns.map(({ fact, segments }) => ({ origin: fact.cause ?? fact, words: segments.flat() })),
  );
  return patterns.flatMap(({ fact, segments }) => {
    const tokens = segments.flatMap((segment, at) =>
      segment.map((token, index) => ({
        text: token.text,
        weight: weights.of(token),
        isAfterGap: at > 0 && index === 0,
      })),
    );
    const isOpen = segments.at(-1)?.length === 0;
    return tokens.length < 2 ? [] : [{ fact, tokens, isOpen }];
  });
}

/**
 * The words between the gaps of a message; phrases that any program prints are gaps. Part of a word in front of a gap is
 * left out: it varies as a whole.
 */
function segmentsOf(message: string): readonly (readonly MessageToken[])[] {
  const parts = COMMON_PHRASES.reduce((text, phrase) => text.replaceAll(phrase, GAP), message).split(GAP);
  return parts.map((part, at) => {
    const constant = at < parts.length - 1 ? withoutTrailing(part, /\w/) : part;
    return messageTokens(constant, Infinity);
  });
}

/** What each word of the messages tells. */
class Weights {
  /** Where a word is from: messages, those of one cause counted once. */
  readonly #origins = new Map<string, Set<object>>();
  /** By the word as written: capitals make an identifier. */
  readonly #weights = new Map<string, number>();

  constructor(messages: readonly { readonly origin: object; readonly words: readonly MessageToken[] }[]) {
    for (const { origin, words } of messages) {
      for (const { text } of words) {
        const origins = this.#origins.get(text) ?? new Set();
        this.#origins.set(text, origins.add(origin));
      }
    }
  }

  of(token: MessageToken): number {
    const weight = this.#weights.get(token.written) ?? this.#weightOf(token);
    this.#weights.set(token.written, weight);
    return weight;
  }

  #weightOf({ text, written }: MessageToken): number {
    if (IDENTIFIER.test(written) && !isDocumented(written)) return WEIGHTS.identifier;
    if (!isDistinctive(text)) return WEIGHTS.stopWord;
    const messages = this.#origins.get(text)?.size ?? 0;
    const isCommon = messages >= MIN_COMMON_MESSAGES || loadGlossary().synonymSetsOf(text).length > 0;
    return isCommon ? WEIGHTS.common : WEIGHTS.other;
  }
}

function isDocumented(name: string): boolean {
  return SYMBOLS.symbolsNamed(name).some(({ docs }) => docs !== undefined);
}
