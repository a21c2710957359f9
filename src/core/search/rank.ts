import { variantIn, type Entry, type Span, type Variant } from '../model';
import type { IndexedText } from './collection';
import type { Field } from './fields';
import { bestPassage, matchedBySegment, rangesOf, type Passage } from './passages';
import type { PlannedWord } from './plan';
import type { Scored } from './scorer';
import type { How, Tuning } from './tuning';

/** Whether a hit is about what was asked, or only shares some of its words. */
export type Confidence = 'strong' | 'weak';

/** An entry that was found, in the language that matched best. */
export interface Hit {
  readonly entry: Entry;
  readonly variant: Variant;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
  readonly confidence: Confidence;
  readonly why: Why;
}

/** Why an entry was found. */
interface Why {
  /** Words of the entry that matched, as they stand there in lower case, in the order of the alphabet. */
  readonly terms: readonly string[];
  /** Of each of the query's words that was found, as what: as typed, by its stem, its meaning, its initials … */
  readonly words: readonly { readonly text: string; readonly how: How }[];
  readonly fields: readonly Field[];
  /** Matched words of the title, as offsets. */
  readonly title: readonly Span[];
  readonly passage?: Passage;
}

/** A text that was scored for a query. */
export interface ScoredVariant {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly text: IndexedText;
  readonly scored: Scored;
  /** Whether the query is its title, word by word. */
  readonly isTitle: boolean;
}

/** An entry in its place. */
export interface Ranked extends ScoredVariant {
  readonly score: number;
  readonly confidence: Confidence;
}

/**
 * Orders what was scored. Of the variants of one entry only one stays: the best, or the one in the reader's language
 * when it matches as fully. An entry whose title is the query comes first, then it goes by score, in which answered and
 * recent entries are a little ahead; equal ones go by title.
 */
export function rank(
  variants: readonly ScoredVariant[],
  tuning: Tuning,
  language?: string,
): readonly Ranked[] {
  const byEntry = new Map<string, ScoredVariant[]>();
  for (const variant of variants) {
    const known = byEntry.get(variant.entry.id);
    if (known === undefined) byEntry.set(variant.entry.id, [variant]);
    else known.push(variant);
  }
  const newest = yearsOf(variants.map(({ entry }) => entry.date).reduce(later, undefined));
  const ordered = [...byEntry.values()]
    .flatMap((own) => bestVariant(own, language) ?? [])
    .map((best) => {
      const answered = best.entry.status === 'unanswered' ? 1 - tuning.unanswered : 1;
      const age = newest === undefined ? 0 : Math.max(0, newest - (yearsOf(best.entry.date) ?? newest));
      return { ...best, score: best.scored.score * answered * (1 - tuning.age * Math.min(1, age / 10)) };
    })
    .sort(
      (a, b) =>
        Number(b.isTitle) - Number(a.isTitle) ||
        b.score - a.score ||
        a.variant.title.localeCompare(b.variant.title),
    );
  // What is ranked above a strong hit is no weaker.
  const strong = ordered.findLastIndex(({ isTitle, scored }) => isTitle || scored.coverage >= tuning.strong);
  return ordered.map((one, at) => ({ ...one, confidence: at <= strong ? 'strong' : 'weak' }));
}

/** The variant to show, with the score of the best one: an entry's place does not depend on the reader's language. */
function bestVariant(
  variants: readonly ScoredVariant[],
  language: string | undefined,
): ScoredVariant | undefined {
  const isTitle = variants.some((variant) => variant.isTitle);
  const [best, ...others] = [...variants].sort(
    (a, b) => Number(b.isTitle) - Number(a.isTitle) || b.scored.score - a.scored.score,
  );
  if (best === undefined || language === undefined) return best;
  const own = variantIn(best.entry, language);
  const preferred = others.find(
    ({ variant, scored }) => variant === own && scored.coverage >= best.scored.coverage,
  );
  if (preferred === undefined) return best;
  return { ...preferred, isTitle, scored: { ...preferred.scored, score: best.scored.score } };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

/** A date as a number of years. */
function yearsOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** A ranked entry with what a surface shows of it. */
export function hitOf(ranked: Ranked, plan: readonly PlannedWord[]): Hit {
  const { entry, variant, text, scored, score, confidence } = ranked;
  const matched = matchedBySegment(text, scored.matches);
  const terms = new Set<string>();
  const fields = new Set<Field>();
  for (const [segment, found] of matched) {
    const { field, text: own } = text.segments[segment] ?? { field: 'code', text: '' };
    fields.add(field);
    for (const { start, end } of found) terms.add(own.slice(start, end).toLowerCase());
  }
  const worth = plan.map(
    ({ importance, rarity }, at) => importance * rarity * (scored.matches[at]?.quality ?? 0),
  );
  const passage = bestPassage(variant, text, matched, worth);
  return {
    entry,
    variant,
    score,
    confidence,
    why: {
      terms: [...terms].sort(),
      words: plan.flatMap(({ text: word }, at) => {
        const match = scored.matches[at];
        return match === undefined ? [] : [{ text: word, how: match.how }];
      }),
      fields: [...fields],
      // The first segment of every text is its title.
      title: rangesOf(matched.get(0) ?? []),
      ...(passage === undefined ? {} : { passage }),
    },
  };
}
