import { variantIn, type Entry, type Span, type Variant } from '../model';
import type { Field } from './fields';
import type { Candidate } from './index';
import { bestPassage, matchRanges, type Passage } from './passages';

/** An entry that was found, in the language that matched best. */
export interface Hit {
  readonly entry: Entry;
  readonly variant: Variant;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
  readonly why: Why;
}

/** Why an entry was found. */
interface Why {
  /** The document's own terms that matched, in the order of the alphabet. */
  readonly terms: readonly string[];
  readonly fields: readonly Field[];
  /** Matched words of the title, as offsets. */
  readonly title: readonly Span[];
  readonly passage?: Passage;
}

/** A candidate in its place. */
export interface Ranked {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly candidate: Candidate;
  /** How fully the query's words matched, 0 to 1. */
  readonly coverage: number;
  readonly score: number;
}

/**
 * Orders candidates: the engine's score, scaled by how many of the query's words an entry has, and how well. Of the
 * variants of one entry only one stays: the best, or the one in the reader's language when it matches as fully.
 * Equal scores go by answered before unanswered, then by title.
 */
export function rank(
  candidates: readonly Candidate[],
  wordCount: number,
  find: (key: string) => { readonly entry: Entry; readonly variant: Variant } | undefined,
  language?: string,
): readonly Ranked[] {
  const byEntry = new Map<string, Ranked[]>();
  for (const candidate of candidates) {
    const found = find(candidate.key);
    if (found === undefined) continue;
    const covered = coverage([...candidate.words.values()], wordCount);
    const ranked = { ...found, candidate, coverage: covered, score: candidate.score * covered };
    byEntry.set(found.entry.id, [...(byEntry.get(found.entry.id) ?? []), ranked]);
  }
  return [...byEntry.values()]
    .flatMap((variants) => bestVariant(variants, language) ?? [])
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(a.entry.status === 'unanswered') - Number(b.entry.status === 'unanswered') ||
        a.variant.title.localeCompare(b.variant.title),
    );
}

/** The variant to show, with the score of the best one: an entry's place does not depend on the reader's language. */
function bestVariant(variants: readonly Ranked[], language: string | undefined): Ranked | undefined {
  const [best, ...others] = [...variants].sort((a, b) => b.score - a.score);
  if (best === undefined || language === undefined) return best;
  const own = variantIn(best.entry, language);
  const preferred = others.find(({ variant, coverage }) => variant === own && coverage >= best.coverage);
  return preferred === undefined ? best : { ...preferred, score: best.score };
}

/** One of four words counts little, all of four fully, and a word as typed more than a piece of it. */
function coverage(matched: readonly number[], all: number): number {
  return (matched.reduce((sum, weight) => sum + weight, 0) / all) ** 2;
}

/** A ranked entry with what a surface shows of it. */
export function hitOf({ entry, variant, candidate, score }: Ranked): Hit {
  const terms = new Set(candidate.matches.keys());
  const passage = bestPassage(variant, terms);
  return {
    entry,
    variant,
    score,
    why: {
      terms: [...terms].sort(),
      fields: [...new Set([...candidate.matches.values()].flat())],
      title: matchRanges(variant.title, terms),
      ...(passage === undefined ? {} : { passage }),
    },
  };
}
