import { describe, expect, it } from 'vitest';
import { bestWindowScore, proximityScore } from '../../../src/core/search/proximity';
import type { QueryTerm } from '../../../src/core/search/queryTerm';
import type { TermMatch } from '../../../src/core/search/termMatch';
import { matchAt, queryTerm } from './queryTerms';

function term(idf: number, importance = 1): QueryTerm {
  return queryTerm({ idf, importance });
}
const at = (...positions: readonly number[]): TermMatch => matchAt(positions);

describe('proximityScore', () => {
  const weights = { adjacent: 10, nearby: 6 };
  const score = (a: readonly number[], b: readonly number[]): number =>
    proximityScore([term(1), term(1)], [at(...a), at(...b)], weights, () => 1);

  it.each([
    [[3], [4], 10, 'side by side'],
    [[3], [5], 3, 'two words apart'],
    [[3], [11], 6 / 8, 'at the greatest distance'],
    [[3], [12], 0, 'beyond the greatest distance'],
    [[3], [3], 0, 'at the same position'],
    [[4], [3], 3, 'side by side, backwards'],
    [[11], [4], 6 / 8, 'backwards at the greatest distance'],
    [[12], [4], 0, 'backwards beyond the greatest distance'],
    [[0, 20, 40], [5, 10, 15, 21, 50], 10, 'by the closest pair'],
    [[10], [9, 10, 14], 3, 'by the closer of both sides of a match of the same word'],
    [[3], [4, 20, 30], 10, 'by the first of several'],
    [[10], [9, 13], 3, 'by the closer of both sides'],
    [[10], [7, 12], 3, 'by the closer of both sides'],
    [[10], [10, 11], 10, 'behind a match of the same word'],
    [[], [3], 0, 'without positions'],
  ])('of %j and %j is %d: %s', (a, b, expected) => {
    expect(score(a, b)).toBeCloseTo(expected);
  });

  it('is weighted by mean IDF and importance, the lower quality, and the root of the field weight', () => {
    const plan = [term(3), term(2, 0.5)];
    const matches = [{ ...at(3), quality: 0.5 }, at(4)];
    const fieldWeightAt = (position: number): number => (position === 3 ? 9 : 1);
    // (3 × 1 + 2 × 0.5) / 2 = 2; times 0.5, times 3, times 10.
    expect(proximityScore(plan, matches, weights, fieldWeightAt)).toBeCloseTo(30);
    // (4 × 0.5 + 2 × 1) / 2 = 2.
    expect(proximityScore([term(4, 0.5), term(2)], matches, weights, fieldWeightAt)).toBeCloseTo(30);
  });

  it('takes the field weight at the first of equally close pairs', () => {
    const matches = [at(0, 10), at(1, 11)];
    expect(proximityScore([term(1), term(1)], matches, weights, (at) => (at === 0 ? 9 : 1))).toBeCloseTo(30);
  });

  it('adds up over neighbours in the query, skipping terms without a match', () => {
    const plan = [term(1), term(1), term(1)];
    expect(proximityScore(plan, [at(1), at(2), at(3)], weights, () => 1)).toBeCloseTo(20);
    expect(proximityScore(plan, [at(1), undefined, at(2)], weights, () => 1)).toBe(0);
    expect(proximityScore(plan, [undefined, at(1), at(2)], weights, () => 1)).toBeCloseTo(10);
  });
});

describe('bestWindowScore', () => {
  const weights = [1, 2, 2];

  it('adds up the terms of the best window, each once', () => {
    expect(bestWindowScore(weights, [at(0, 1, 20), at(2), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [at(20), at(0, 21), at(22)], 3)).toBe(5);
    expect(bestWindowScore(weights, [at(0, 1), undefined, undefined], 3)).toBe(1);
    expect(bestWindowScore(weights, [undefined, undefined, undefined], 3)).toBe(0);
  });

  it('goes through the positions of all terms in order', () => {
    expect(bestWindowScore(weights, [at(10), at(0), undefined], 3)).toBe(2);
    expect(bestWindowScore(weights, [at(5), at(10), at(6)], 3)).toBe(3);
  });

  it('includes words at the distance of the window, and none further apart', () => {
    expect(bestWindowScore(weights, [at(0), at(3), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [at(0), at(4), undefined], 3)).toBe(2);
  });

  it('drops a term only when its last occurrence leaves the window', () => {
    expect(bestWindowScore(weights, [at(0, 2), at(5), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [at(0, 1), at(5), at(6)], 3)).toBe(4);
  });
});
