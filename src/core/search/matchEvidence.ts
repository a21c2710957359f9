import { FIELDS, type Field } from './fields';
import type { IndexedText } from './forwardIndex';
import { closestPositions, MAX_DISTANCE } from './proximity';
import type { QueryTerm } from './queryTerm';
import type { TermMatch } from './termMatch';
import type { MatchKind } from './tuning';

/** What speaks for and against a text answering a query. Each from 0 to 1; shares are of what the query is about. */
export interface MatchEvidence {
  /** The share that was matched, by how certain each match is. */
  readonly coverage: number;
  /** The share of neighbours in the query that are near each other in the text; of one word only, `coverage`. */
  readonly together: number;
  /** The share that the text's title, symbols, topics or question match. */
  readonly subject: number;
  /** The share that its title or symbols match. */
  readonly title: number;
  /** The share that is matched by a guess: a typing error, a prefix, initials, the other keyboard layout, a part. */
  readonly guessed: number;
  /** The share of words that no text of the archive contains. */
  readonly unknown: number;
  /** How rare the matched words are together: words that many texts contain say little. */
  readonly rarity: number;
}

type Matches = readonly (TermMatch | undefined)[];

/** The evidence for a text that matches no word that names a subject. */
export const NO_EVIDENCE: MatchEvidence = {
  coverage: 0,
  together: 0,
  subject: 0,
  title: 0,
  guessed: 0,
  unknown: 1,
  rarity: 0,
};

/** The weight of matched words at which `rarity` is one half. */
const HALF_RARITY = 1.5;

const GUESSES: ReadonlySet<MatchKind> = new Set<MatchKind>([
  'begins',
  'near',
  'initials',
  'keyboard',
  'piece',
]);
const TITLE_FIELDS: ReadonlySet<Field> = new Set<Field>(['title', 'symbols']);
const SUBJECT_FIELDS: ReadonlySet<Field> = new Set<Field>([...TITLE_FIELDS, 'topics', 'question']);

/** The evidence that a text's matches with a query are. */
export function evidenceOf(plan: readonly QueryTerm[], matches: Matches, text: IndexedText): MatchEvidence {
  if (!plan.some(({ isSubject }, at) => isSubject && matches[at] !== undefined)) return NO_EVIDENCE;
  const total = sumOf(plan.map(({ weight }) => weight));
  const matched = plan.map(({ weight }, at) => weight * (matches[at]?.quality ?? 0));
  const shareOf = (counts: (match: TermMatch) => boolean): number =>
    sumOf(
      matched.filter((_, at) => {
        const match = matches[at];
        return match !== undefined && counts(match);
      }),
    ) / total;
  const isIn =
    (fields: ReadonlySet<Field>) =>
    ({ positions }: TermMatch): boolean =>
      positions.some(({ position }) => fields.has(FIELDS[text.fieldAt(position)] ?? 'code'));
  const unknown = plan.map(({ weight, isKnown }, at) => (isKnown || matches[at] !== undefined ? 0 : weight));
  const rarity = sumOf(matched);
  const coverage = rarity / total;
  return {
    coverage,
    together: togetherShare(plan, matches) ?? coverage,
    subject: shareOf(isIn(SUBJECT_FIELDS)),
    title: shareOf(isIn(TITLE_FIELDS)),
    guessed: shareOf(({ kind }) => GUESSES.has(kind)),
    unknown: sumOf(unknown) / total,
    rarity: rarity / (rarity + HALF_RARITY),
  };
}

/**
 * The share of neighbouring subject words, stop words between them left out, that are near each other in a text, each
 * pair by the lesser of its weights and qualities; `undefined` for fewer than two such words.
 */
function togetherShare(plan: readonly QueryTerm[], matches: Matches): number | undefined {
  const subjects = plan.flatMap(({ isSubject, weight }, at) =>
    isSubject ? [{ weight, match: matches[at] }] : [],
  );
  if (subjects.length < 2) return undefined;
  let total = 0;
  let near = 0;
  subjects.slice(1).forEach((second, at) => {
    const first = subjects[at] ?? second;
    const weight = Math.min(first.weight, second.weight);
    total += weight;
    if (first.match === undefined || second.match === undefined) return;
    const { distance } = closestPositions(first.match.positions, second.match.positions);
    if (distance <= MAX_DISTANCE) near += weight * Math.min(first.match.quality, second.match.quality);
  });
  return near / total;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
