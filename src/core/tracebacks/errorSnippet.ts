import type { Variant } from '../model';
import { segmentsOf } from '../search/fields';
import { bestPassage, type Passage } from '../search/passages';
import { snippetOf, type Snippet } from '../search/snippets';
import type { ErrorEntry } from './errorEntry';
import { namesAndCodes } from './impliedFacts';
import { isDistinctive, wordsOfMessage } from './messageWords';
import { unqualifiedName, type RaisedError } from './raisedError';

/** Scores of what an error is known by: the more it tells, the more likely the passage is about this error. */
const SCORES = { code: 8, class: 4, called: 2, word: 1 } as const;
/** Words of a message that are looked for. */
const MAX_WORDS = 24;

interface Clue {
  readonly text: string;
  readonly score: number;
}

/** What an entry says of an error. */
export interface ErrorPassage {
  /** The passage that has most of it. */
  readonly passage: Passage | undefined;
  /** The words of it that the entry has, as they are written there, in lower case. */
  readonly matched: readonly string[];
}

/** The passage of an entry that has most of an error, or the entry's answer line: see `snippetOf`. */
export function errorSnippet(match: ErrorEntry, variant: Variant): Snippet | undefined {
  const { passage, matched } = errorPassage(match, variant);
  return snippetOf(variant, passage, matched);
}

/** The passage of an entry's variant that has most of an error. */
export function errorPassage(
  { entry, error }: Pick<ErrorEntry, 'entry' | 'error'>,
  variant: Variant,
): ErrorPassage {
  const clues = cluesOf(error);
  const segments = segmentsOf(entry, variant);
  const matched = new Set<string>();
  const bySegment = new Map(
    segments.flatMap(({ text }, at) => {
      const matches = clues
        .flatMap((clue, term) => occurrencesOf(clue.text, text).map((start) => ({ clue, term, start })))
        .map(({ clue, term, start }) => ({ term, start, end: start + clue.text.length }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      for (const { start, end } of matches) matched.add(text.slice(start, end).toLowerCase());
      return matches.length === 0 ? [] : [[at, matches] as const];
    }),
  );
  const passage = bestPassage(
    variant,
    { segments },
    bySegment,
    clues.map(({ score }) => score),
  );
  return { passage, matched: [...matched] };
}

/** What an error is known by, each text once. */
function cluesOf(error: RaisedError): readonly Clue[] {
  const { words } = wordsOfMessage(error, false);
  const { names, codes } = namesAndCodes(error);
  const lastProjectFrame = error.frames.findLastIndex(({ origin }) => origin === 'project');
  const called = error.frames[lastProjectFrame + 1]?.function;
  const clues: readonly Clue[] = [
    ...codes.map(({ code }) => ({ text: code, score: SCORES.code })),
    ...names.map((text) => ({ text, score: SCORES.class })),
    ...(called === undefined ? [] : [{ text: unqualifiedName(called), score: SCORES.called }]),
    // Of the others there is one in nearly every sentence.
    ...words
      .filter(isDistinctive)
      .slice(0, MAX_WORDS)
      .map((text) => ({ text, score: SCORES.word })),
  ];
  const byText = new Map<string, Clue>();
  for (const clue of clues) {
    const key = clue.text.toLowerCase();
    if (key !== '' && !byText.has(key)) byText.set(key, clue);
  }
  return [...byText.values()];
}

/** Where a text has a word. */
function occurrencesOf(word: string, text: string): readonly number[] {
  return Array.from(text.matchAll(cluePattern(word)), ({ index }) => index);
}

/** Matches a word without regard to case; Korean particles may follow it. */
function cluePattern(word: string): RegExp {
  const escaped = word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![A-Za-z0-9_])`, 'giu');
}
