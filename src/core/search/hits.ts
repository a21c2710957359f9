import type { Entry, Span, Variant } from '../model';
import type { Confidence } from './confidence';
import type { Field } from './fields';
import { highlightWords } from './highlightWords';
import { bestPassage, matchesBySegment, mergeRanges, type Passage } from './passages';
import type { QueryTerm } from './queryTerm';
import type { RankedEntry } from './ranking';
import { snippetOf, type Snippet } from './snippets';
import type { MatchKind } from './tuning';

/** An entry that matches a query, in the variant that matches best. */
export interface Hit {
  readonly entry: Entry;
  readonly variant: Variant;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
  readonly confidence: Confidence;
  /** How likely it answers the query, from 0 to 1. */
  readonly probability: number;
  readonly why: MatchExplanation;
  /** What lists show of it; absent where the entry has neither posts nor an answer line. */
  readonly snippet?: Snippet;
  /** The words of `why.terms` that the query is about, to highlight in the entry. */
  readonly highlights: readonly string[];
}

/** Why an entry matches. Part of the command line's JSON. */
interface MatchExplanation {
  /** Words of the entry that match, as they are written there, in lower case and alphabetical order. */
  readonly terms: readonly string[];
  /** The words of the query that match, each with the kind of its match. */
  readonly words: readonly { readonly text: string; readonly how: MatchKind }[];
  readonly fields: readonly Field[];
  /** Matched words of the title, as offsets. */
  readonly title: readonly Span[];
  readonly passage?: Passage;
}

/** The segment that is the title; see `segmentsOf`. */
const TITLE_SEGMENT = 0;

/** A ranked entry with the explanation and the passage that surfaces show. */
export function toHit({ scored, confidence, probability }: RankedEntry, plan: readonly QueryTerm[]): Hit {
  const { document, matches, score } = scored;
  const { entry, variant, text } = document;
  // Stop words are highlighted only where nothing else matches.
  const isTelling = plan.map(({ importance }) => importance === 1);
  const highlighted = matches.some((match, at) => match !== undefined && isTelling[at] === true)
    ? matches.map((match, at) => (isTelling[at] === true ? match : undefined))
    : matches;
  const bySegment = matchesBySegment(text, highlighted);
  const terms = new Set<string>();
  const fields = new Set<Field>();
  for (const [index, spans] of bySegment) {
    const segment = text.segments[index];
    if (segment === undefined) continue;
    fields.add(segment.field);
    // In order, a word's bigrams follow each other, all with the span of the word.
    let last: Span | undefined;
    for (const span of spans) {
      const isRepeated = span.start === last?.start && span.end === last.end;
      if (!isRepeated) terms.add(segment.text.slice(span.start, span.end).toLowerCase());
      last = span;
    }
  }
  const termScores = plan.map(({ importance, idf }, at) => importance * idf * (matches[at]?.quality ?? 0));
  const sortedTerms = [...terms].sort();
  const words = plan.flatMap(({ text: word }, at) => {
    const match = matches[at];
    return match === undefined ? [] : [{ text: word, how: match.kind }];
  });
  const passage = bestPassage(variant, text, bySegment, termScores);
  const snippet = snippetOf(variant, passage, sortedTerms);
  return {
    entry,
    variant,
    score,
    confidence,
    probability,
    why: {
      terms: sortedTerms,
      words,
      fields: [...fields],
      title: mergeRanges(bySegment.get(TITLE_SEGMENT) ?? []),
      ...(passage === undefined ? {} : { passage }),
    },
    ...(snippet === undefined ? {} : { snippet }),
    highlights: highlightWords(
      sortedTerms,
      words.map(({ text: word }) => word),
    ),
  };
}
