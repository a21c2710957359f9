import type { Entry, Span, Variant } from '../model';
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
export interface Why {
  /** The document's own terms that matched, in the order of the alphabet. */
  readonly terms: readonly string[];
  readonly fields: readonly Field[];
  /** Matched words of the title, as offsets. */
  readonly title: readonly Span[];
  readonly passage?: Passage;
}

export interface Ranked {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * Orders candidates: the engine's score, scaled by how many of the query's words an entry has. Of the variants of
 * one entry only the best stays. Equal scores go by answered before unanswered, then by title.
 */
export function rank(
  candidates: readonly Candidate[],
  wordCount: number,
  find: (key: string) => { readonly entry: Entry; readonly variant: Variant } | undefined,
): readonly Ranked[] {
  const best = new Map<string, Ranked>();
  for (const candidate of candidates) {
    const found = find(candidate.key);
    if (found === undefined) continue;
    const score = candidate.score * coverage(candidate.words.size, wordCount);
    const other = best.get(found.entry.id);
    if (other === undefined || score > other.score) best.set(found.entry.id, { ...found, candidate, score });
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score ||
      Number(a.entry.status === 'unanswered') - Number(b.entry.status === 'unanswered') ||
      a.variant.title.localeCompare(b.variant.title),
  );
}

/** One of four words counts little, all of four fully. */
function coverage(matched: number, all: number): number {
  return all === 0 ? 1 : (matched / all) ** 2;
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
