import { FIELDS, type Field } from './fields';
import type { IndexedText } from './forwardIndex';
import { bestWindowScore } from './proximity';
import type { QueryTerm } from './queryTerm';
import type { TermMatch } from './termMatch';
import type { MatchKind } from './tuning';

/** What speaks for and against a text answering a query. Each from 0 to 1; shares are of what the query is about. */
export interface MatchEvidence {
  /** The share that was matched, by how certain each match is. */
  readonly coverage: number;
  /** The share that one passage of the text matches. */
  readonly passage: number;
  /** The share that the text's title, symbols, topics or question match. */
  readonly subject: number;
  /** The share that is matched by a guess: a typing error, a prefix, initials, the other keyboard layout, a part. */
  readonly guessed: number;
  /** The share of words that no text of the archive contains. */
  readonly unknown: number;
  /** How rare the matched words are together: words that many texts contain say little. */
  readonly rarity: number;
  /** How few words the query has: one half for one word, less for more. */
  readonly brevity: number;
}

/** Words of a passage. */
const PASSAGE_WORDS = 30;
/** The weight of matched words at which `rarity` is one half. */
const HALF_RARITY = 4;

const GUESSES: ReadonlySet<MatchKind> = new Set<MatchKind>([
  'begins',
  'near',
  'initials',
  'keyboard',
  'piece',
]);
const SUBJECT_FIELDS: ReadonlySet<Field> = new Set<Field>(['title', 'symbols', 'topics', 'question']);

/**
 * The evidence that a text's matches are.
 *
 * @param coverage Of the text, by the scorer.
 */
export function evidenceOf(
  plan: readonly QueryTerm[],
  matches: readonly (TermMatch | undefined)[],
  text: IndexedText,
  coverage: number,
): MatchEvidence {
  const total = sumOf(plan.map(({ weight }) => weight));
  const matched = plan.map(({ weight }, at) => weight * (matches[at]?.quality ?? 0));
  const shareOf = (counts: (match: TermMatch) => boolean): number =>
    sumOf(matched.filter((_, at) => counts(matches[at] ?? NO_MATCH))) / total;
  const isSubject = ({ positions }: TermMatch): boolean =>
    positions.some(({ position }) => SUBJECT_FIELDS.has(FIELDS[text.fieldAt(position)] ?? 'code'));
  const unknown = plan.map(({ weight, isKnown }, at) => (isKnown ? 0 : weight - (matched[at] ?? 0)));
  const rarity = sumOf(matched);
  const telling = plan.filter(({ importance }) => importance === 1).length;
  return {
    coverage,
    passage: bestWindowScore(matched, matches, PASSAGE_WORDS) / total,
    subject: shareOf(isSubject),
    guessed: shareOf(({ kind }) => GUESSES.has(kind)),
    unknown: sumOf(unknown) / total,
    rarity: rarity / (rarity + HALF_RARITY),
    brevity: 1 / (1 + telling),
  };
}

const NO_MATCH: TermMatch = { kind: 'word', quality: 0, positions: [] };

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
