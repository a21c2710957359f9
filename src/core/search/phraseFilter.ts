import { analyse, type TokenKind } from '../text/analyser';
import type { ForwardIndex, IndexedText } from './forwardIndex';
import { phraseEnds, type PhrasePattern, type PhraseRules } from './phraseMatching';

/** Kinds of tokens that stand for a whole word in its own spelling: as written, without endings, without a path. */
const SPELLED: ReadonlySet<TokenKind> = new Set<TokenKind>(['word', 'stem', 'name']);
const RULES: PhraseRules = { kinds: SPELLED, continues: () => true };

/** The terms of each word of a phrase, as written and stemmed; no terms for a word that no text contains. */
export function phrasePatternOf(phrase: string, index: ForwardIndex): PhrasePattern {
  const { words, tokens } = analyse(phrase);
  const pattern = words.map((): number[] => []);
  for (const { term, kind, position } of tokens) {
    const id = index.idOf(term);
    if (id !== undefined && SPELLED.has(kind)) pattern[position]?.push(id);
  }
  return pattern;
}

/** Whether a text contains the words of a phrase side by side; punctuation between them is ignored. */
export function containsPhrase(text: IndexedText, pattern: PhrasePattern): boolean {
  return pattern.length === 0 || phraseEnds(text, pattern, RULES).size > 0;
}
