import { groupBy } from '../base/grouping';
import { variantIn, type Entry, type Variant } from '../model';
import { judge, type Judgement } from './confidence';
import type { MatchEvidence } from './matchEvidence';
import type { IndexedText } from './forwardIndex';
import type { TermMatch } from './termMatch';
import type { Tuning } from './tuning';

/** One variant of an entry with its analysed text. */
export interface IndexedVariant {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly text: IndexedText;
}

/** A variant with its score for a query. */
export interface ScoredVariant {
  readonly document: IndexedVariant;
  /** Whether the query is its title, word by word. */
  readonly isTitleMatch: boolean;
  /** Whether it is asked for by its title, or by filters only. */
  readonly isNamed: boolean;
  /** Share of what the query is about that was matched, from 0 to 1. */
  readonly coverage: number;
  score: number;
  /** What speaks for the match; absent for variants that were not scored by proximity. */
  evidence?: MatchEvidence;
  /** How each query term matches; empty for variants that were not scored by proximity. */
  matches: readonly (TermMatch | undefined)[];
}

export interface RankedEntry extends Judgement {
  /** The variant to show, with the score of the entry. */
  readonly scored: Readonly<ScoredVariant>;
}

/**
 * Share of the best variant's coverage that the variant in the reader's language needs to be shown: a stem, a synonym or
 * a word of an identifier in place of the word itself, but not one word less.
 */
const MIN_PREFERRED_COVERAGE = 0.8;

/** Years after which an entry loses the whole of `Tuning.age`. */
const OLD_AGE = 10;

/**
 * Ranks entries: those whose title is the query first, then by score, in which answered and recent entries are a little
 * ahead, then by title. Of each entry one variant is kept: the best, or the one in the reader's language where it
 * matches about as well.
 */
export function rankEntries(
  variants: readonly ScoredVariant[],
  tuning: Tuning,
  language?: string,
): readonly RankedEntry[] {
  const newest = variants.reduce(
    (latest, { document }) => Math.max(latest, yearsOf(document.entry.date) ?? 0),
    0,
  );
  const ranking = Array.from(
    groupBy(variants, ({ document }) => document.entry),
    ([entry, ofEntry]) => {
      const shown = variantToShow(ofEntry, language);
      const answered = entry.status === 'unanswered' ? 1 - tuning.unanswered : 1;
      const age = Math.min(1, (newest - (yearsOf(entry.date) ?? newest)) / OLD_AGE);
      shown.score *= answered * (1 - tuning.age * age);
      return shown;
    },
  ).sort(
    (a, b) =>
      Number(b.isTitleMatch) - Number(a.isTitleMatch) ||
      b.score - a.score ||
      a.document.variant.title.localeCompare(b.document.variant.title),
  );
  const judgements = judge(ranking);
  return ranking.map((scored, rank) => ({ scored, ...(judgements[rank] ?? UNSURE) }));
}

/** The variant to show, with everything else from the best variant: an entry's rank does not depend on the reader's language. */
function variantToShow(variants: readonly ScoredVariant[], language: string | undefined): ScoredVariant {
  const [best, ...others] = [...variants].sort(
    (a, b) => Number(b.isTitleMatch) - Number(a.isTitleMatch) || b.score - a.score,
  ) as [ScoredVariant, ...ScoredVariant[]];
  if (language === undefined) return best;
  const inLanguage = variantIn(best.document.entry, language);
  const minCoverage = best.coverage * MIN_PREFERRED_COVERAGE;
  const preferred = others.find(
    ({ document, coverage }) => document.variant === inLanguage && coverage >= minCoverage,
  );
  return preferred === undefined
    ? best
    : { ...best, document: preferred.document, matches: preferred.matches };
}

const UNSURE: Judgement = { probability: 0, confidence: 'weak' };

/** A date as a number of years. */
function yearsOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}
