import { TOKEN_KINDS, type IndexedText } from './forwardIndex';
import type { TokenKind } from '../text/analyser';

/** A phrase as the alternative terms of each of its words. */
export type PhrasePattern = readonly (readonly number[])[];

export interface PhraseRules {
  /** Kinds of tokens that a word of the phrase may match. */
  readonly kinds: ReadonlySet<TokenKind>;
  /** Whether the word at `position` continues a phrase that the previous position belongs to. */
  readonly continues: (text: IndexedText, position: number) => boolean;
}

/** The last position of every occurrence of a phrase in a text; its words follow each other. */
export function phraseEnds(
  text: IndexedText,
  pattern: PhrasePattern,
  { kinds, continues }: PhraseRules,
): ReadonlySet<number> {
  let previousEnds: ReadonlySet<number> | undefined;
  for (const terms of pattern) {
    const ends = new Set<number>();
    for (const term of terms) {
      for (let token = text.firstToken(term); token >= 0 && text.isTokenOf(token, term); token += 1) {
        const kind = TOKEN_KINDS[text.kindOf(token)];
        const position = text.positionOf(token);
        const follows =
          previousEnds === undefined || (previousEnds.has(position - 1) && continues(text, position));
        if (follows && kind !== undefined && kinds.has(kind)) ends.add(position + text.lengthOf(token) - 1);
      }
    }
    if (ends.size === 0) return ends;
    previousEnds = ends;
  }
  return previousEnds ?? new Set();
}
