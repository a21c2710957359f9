import { variantIn, type Entry, type Span, type Variant } from '../model';
import type { IndexedText } from './forwardIndex';
import type { Field } from './fields';
import { bestPassage, matchedBySegment, rangesOf, type Passage } from './passages';
import type { QueryTerm } from './queryTerm';
import type { TermMatch } from './scorer';
import type { MatchKind, Tuning } from './tuning';

/** Whether a hit is about what was asked, or only shares some of its words. */
type Confidence = 'strong' | 'weak';

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
  readonly words: readonly { readonly text: string; readonly how: MatchKind }[];
  readonly fields: readonly Field[];
  /** Matched words of the title, as offsets. */
  readonly title: readonly Span[];
  readonly passage?: Passage;
}

/** One language's text of an entry, indexed. */
export interface IndexedVariant {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly text: IndexedText;
}

/** A document that is being scored for a query. */
export interface ScoredVariant {
  readonly document: IndexedVariant;
  /** Whether the query is its title, word by word. */
  readonly isTitle: boolean;
  /** Share of what the query is about that was found, from 0 to 1. */
  readonly coverage: number;
  score: number;
  /** Of each word of the query, how it was found; empty where that was not looked at. */
  matches: readonly (TermMatch | undefined)[];
}

/** An entry in its place. */
export interface RankedEntry {
  readonly found: Readonly<ScoredVariant>;
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
): readonly RankedEntry[] {
  const byEntry = new Map<Entry, ScoredVariant[]>();
  let newest: number | undefined;
  for (const variant of variants) {
    const { entry } = variant.document;
    const known = byEntry.get(entry);
    if (known === undefined) byEntry.set(entry, [variant]);
    else known.push(variant);
    newest = Math.max(newest ?? 0, yearsOf(entry.date) ?? 0);
  }
  const ordered = Array.from(byEntry, ([entry, own]) => {
    const best = bestVariant(own, language);
    const answered = entry.status === 'unanswered' ? 1 - tuning.unanswered : 1;
    const age = Math.min(1, Math.max(0, (newest ?? 0) - (yearsOf(entry.date) ?? newest ?? 0)) / 10);
    best.score *= answered * (1 - tuning.age * age);
    return best;
  }).sort(
    (a, b) =>
      Number(b.isTitle) - Number(a.isTitle) ||
      b.score - a.score ||
      a.document.variant.title.localeCompare(b.document.variant.title),
  );
  // What is ranked above a strong hit is no weaker.
  const strong = ordered.findLastIndex(({ isTitle, coverage }) => isTitle || coverage >= tuning.strong);
  return ordered.map((found, at) => ({ found, confidence: at <= strong ? 'strong' : 'weak' }));
}

/** The variant to show, with the score of the best one: an entry's place does not depend on the reader's language. */
function bestVariant(variants: readonly ScoredVariant[], language: string | undefined): ScoredVariant {
  const [best, ...others] = [...variants].sort(
    (a, b) => Number(b.isTitle) - Number(a.isTitle) || b.score - a.score,
  ) as [ScoredVariant, ...ScoredVariant[]];
  if (language === undefined || others.length === 0) return best;
  const own = variantIn(best.document.entry, language);
  const preferred = others.find(
    ({ document, coverage }) => document.variant === own && coverage >= best.coverage,
  );
  return preferred === undefined ? best : { ...preferred, isTitle: best.isTitle, score: best.score };
}

/** A date as a number of years. */
function yearsOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** A ranked entry with what a surface shows of it. */
export function hitOf({ found, confidence }: RankedEntry, plan: readonly QueryTerm[]): Hit {
  const { document, matches, score } = found;
  const { entry, variant, text } = document;
  // Words that say nothing about the subject are not pointed at, unless there are no others.
  const isTelling = plan.map(({ importance }) => importance === 1);
  const shown = isTelling.some((telling, at) => telling && matches[at] !== undefined)
    ? matches.map((match, at) => (isTelling[at] === true ? match : undefined))
    : matches;
  const matched = matchedBySegment(text, shown);
  const terms = new Set<string>();
  const fields = new Set<Field>();
  for (const [segment, spans] of matched) {
    const { field, text: own } = text.segments[segment] ?? { field: 'code', text: '' };
    fields.add(field);
    for (const { start, end } of spans) terms.add(own.slice(start, end).toLowerCase());
  }
  const worth = plan.map(
    ({ importance, idf: rarity }, at) => importance * rarity * (matches[at]?.quality ?? 0),
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
        const match = matches[at];
        return match === undefined ? [] : [{ text: word, how: match.how }];
      }),
      fields: [...fields],
      // The first segment of every text is its title.
      title: rangesOf(matched.get(0) ?? []),
      ...(passage === undefined ? {} : { passage }),
    },
  };
}
