import { beforeAll, describe, expect, it } from 'vitest';
import { FIELDS, type Field } from '../../../src/core/search/fields';
import { ForwardIndex, type IndexedText } from '../../../src/core/search/forwardIndex';
import { evidenceOf, NO_EVIDENCE, type MatchEvidence } from '../../../src/core/search/matchEvidence';
import type { QueryTerm } from '../../../src/core/search/queryTerm';
import type { TermMatch } from '../../../src/core/search/termMatch';
import type { MatchKind } from '../../../src/core/search/tuning';
import { matchAt, queryTerm } from './queryTerms';

/** The words of each segment, and the gap behind them. */
const SEGMENT_LENGTH = 20 + 32;
let text: IndexedText;
beforeAll(async () => {
  const words = Array.from({ length: 20 }, () => 'zebra').join(' ');
  ({ text } = await new ForwardIndex().add(FIELDS.map((field) => ({ field, text: words }))));
});

/** The position of a word in a field. */
const wordIn = (field: Field, at = 0): number => FIELDS.indexOf(field) * SEGMENT_LENGTH + at;
const inAnswers = (at: number, changes: Partial<TermMatch> = {}): TermMatch =>
  matchAt([wordIn('answers', at)], changes);
const weighing = (...weights: readonly number[]): readonly QueryTerm[] =>
  weights.map((weight) => queryTerm({ weight }));
const evidence = (
  plan: readonly QueryTerm[],
  ...matches: readonly (TermMatch | undefined)[]
): MatchEvidence => evidenceOf(plan, matches, text);

/** A word that says how something is asked. */
const STOP_WORD = queryTerm({ isSubject: false, importance: 0.04, weight: 0.04 });

describe('evidenceOf', () => {
  it('is everything for a word of the title', () => {
    const { rarity, ...shares } = evidence(weighing(4), matchAt([wordIn('title')]));
    expect(shares).toEqual({ coverage: 1, together: 1, subject: 1, title: 1, guessed: 0, unknown: 0 });
    expect(rarity).toBeGreaterThan(0);
    expect(rarity).toBeLessThan(1);
  });

  it('is none where no word that names a subject matches', () => {
    const plan = [STOP_WORD, queryTerm()];
    expect(evidence(plan, matchAt([wordIn('title')]), undefined)).toEqual(NO_EVIDENCE);
    expect(evidence(plan, undefined, undefined)).toEqual(NO_EVIDENCE);
    expect(evidence([])).toEqual(NO_EVIDENCE);
    expect(evidence(plan, undefined, inAnswers(0))).not.toEqual(NO_EVIDENCE);
  });

  it('covers the weight of the words that match, by how certain the matches are', () => {
    expect(evidence(weighing(3, 1), inAnswers(0), undefined).coverage).toBe(0.75);
    expect(evidence(weighing(3, 1), undefined, inAnswers(0)).coverage).toBe(0.25);
    expect(evidence(weighing(3, 1), inAnswers(0, { quality: 0.5 }), inAnswers(1)).coverage).toBe(2.5 / 4);
  });

  it('is rarer the more the matched words weigh, by how certain the matches are', () => {
    const { rarity } = evidence(weighing(4), inAnswers(0));
    expect(evidence(weighing(12, 100), inAnswers(0), undefined).rarity).toBeGreaterThan(rarity);
    expect(evidence(weighing(8), inAnswers(0, { quality: 0.5 })).rarity).toBe(rarity);
    expect(evidence(weighing(1, 3, 5), inAnswers(0), inAnswers(1), undefined).rarity).toBe(rarity);
  });
});

describe('the fields of the evidence', () => {
  it.each([
    ['title', 1, 1],
    ['symbols', 1, 1],
    ['topics', 1, 0],
    ['question', 1, 0],
    ['answers', 0, 0],
    ['code', 0, 0],
  ] as const)('tell a subject and a title: %s', (field, subject, title) => {
    expect(evidence(weighing(1), matchAt([wordIn(field)]))).toMatchObject({ subject, title });
    expect(evidence(weighing(1), matchAt([wordIn(field, 19)]))).toMatchObject({ subject, title });
  });

  it('count if one of many occurrences is there', () => {
    const match = matchAt([wordIn('title'), wordIn('answers'), wordIn('code')]);
    expect(evidence(weighing(1), match)).toMatchObject({ subject: 1, title: 1 });
  });

  it('count by the weight of the words and by how certain the matches are', () => {
    const title = matchAt([wordIn('title')], { quality: 0.5 });
    const topic = matchAt([wordIn('topics')]);
    expect(evidence(weighing(4, 1, 3), title, topic, inAnswers(0))).toMatchObject({
      subject: 3 / 8,
      title: 2 / 8,
    });
  });
});

describe('the evidence of words being together', () => {
  it('is the coverage for one word that names a subject', () => {
    expect(evidence(weighing(1), inAnswers(0, { quality: 0.5 })).together).toBe(0.5);
    expect(evidence([STOP_WORD, queryTerm({ weight: 0.96 })], undefined, inAnswers(0)).together).toBeCloseTo(
      0.96,
    );
  });

  it.each([
    [0, 1, 1],
    [0, 8, 1],
    [0, 9, 0],
    [7, 0, 1],
    [8, 0, 0],
    [5, 5, 0],
  ])('is about the distance of neighbours: %i and %i', (first, second, together) => {
    expect(evidence(weighing(1, 1), inAnswers(first), inAnswers(second)).together).toBe(together);
  });

  it('is found nowhere between two segments', () => {
    const [title, symbols] = [matchAt([wordIn('title', 19)]), matchAt([wordIn('symbols')])];
    expect(evidence(weighing(1, 1), title, symbols).together).toBe(0);
  });

  it('leaves out words between that name no subject', () => {
    const plan = [queryTerm(), STOP_WORD, queryTerm()];
    expect(evidence(plan, inAnswers(0), undefined, inAnswers(1)).together).toBe(1);
    expect(evidence(plan, inAnswers(0), inAnswers(1), inAnswers(12)).together).toBe(0);
  });

  it('counts pairs by the lesser weight and the lesser certainty', () => {
    const plan = weighing(4, 2, 1);
    expect(evidence(plan, inAnswers(0), inAnswers(1), undefined).together).toBeCloseTo(2 / 3);
    expect(evidence(plan, undefined, inAnswers(1), inAnswers(2)).together).toBeCloseTo(1 / 3);
    expect(evidence(plan, inAnswers(0), undefined, inAnswers(1)).together).toBe(0);
    expect(evidence(plan, inAnswers(0), inAnswers(1, { quality: 0.5 }), inAnswers(12)).together).toBeCloseTo(
      1 / 3,
    );
  });
});

describe('the evidence against a match', () => {
  it.each<[MatchKind, number]>([
    ['begins', 1],
    ['near', 1],
    ['initials', 1],
    ['keyboard', 1],
    ['piece', 1],
    ['word', 0],
    ['stem', 0],
    ['name', 0],
    ['joined', 0],
    ['sense', 0],
  ])('tells a guess from a word that is certainly meant: %s', (kind, guessed) => {
    expect(evidence(weighing(1), inAnswers(0, { kind })).guessed).toBe(guessed);
  });

  it('is the share that is guessed, by how certain the guesses are', () => {
    const guess = inAnswers(0, { kind: 'near', quality: 0.5 });
    expect(evidence(weighing(1, 3), guess, inAnswers(1)).guessed).toBe(0.125);
  });

  it('is the share of words that no text contains, unless they match by a guess', () => {
    const plan = [queryTerm({ weight: 3 }), queryTerm({ isKnown: false })];
    expect(evidence(plan, inAnswers(0), undefined).unknown).toBe(0.25);
    expect(evidence(plan, inAnswers(0), inAnswers(1, { kind: 'near' })).unknown).toBe(0);
    expect(evidence(plan, undefined, inAnswers(1, { kind: 'near' })).unknown).toBe(0);
  });
});
