import { describe, expect, it } from 'vitest';
import { bestWindowScore, proximityScore } from '../../../src/core/search/proximity';
import type { QueryTerm } from '../../../src/core/search/queryTerm';
import type { TermMatch } from '../../../src/core/search/termMatch';

function term(idf: number, importance = 1): QueryTerm {
  return {
    text: '',
    isKnown: true,
    isVersion: false,
    isSubject: true,
    importance,
    alternatives: [],
    compoundParts: [],
    bigrams: [],
    idf,
    weight: 1,
  };
}

function matchAt(...positions: readonly number[]): TermMatch {
  return { kind: 'word', quality: 1, positions: positions.map((position) => ({ position, length: 1 })) };
}

describe('proximityScore', () => {
  const weights = { adjacent: 10, nearby: 6 };
  const score = (a: readonly number[], b: readonly number[]): number =>
    proximityScore([term(1), term(1)], [matchAt(...a), matchAt(...b)], weights, () => 1);

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
    const matches = [{ ...matchAt(3), quality: 0.5 }, matchAt(4)];
    const fieldWeightAt = (position: number): number => (position === 3 ? 9 : 1);
    // (3 × 1 + 2 × 0.5) / 2 = 2; times 0.5, times 3, times 10.
    expect(proximityScore(plan, matches, weights, fieldWeightAt)).toBeCloseTo(30);
    // (4 × 0.5 + 2 × 1) / 2 = 2.
    expect(proximityScore([term(4, 0.5), term(2)], matches, weights, fieldWeightAt)).toBeCloseTo(30);
  });

  it('takes the field weight at the first of equally close pairs', () => {
    const matches = [matchAt(0, 10), matchAt(1, 11)];
    expect(proximityScore([term(1), term(1)], matches, weights, (at) => (at === 0 ? 9 : 1))).toBeCloseTo(30);
  });

  it('adds up over neighbours in the query, skipping terms without a match', () => {
    const plan = [term(1), term(1), term(1)];
    expect(proximityScore(plan, [matchAt(1), matchAt(2), matchAt(3)], weights, () => 1)).toBeCloseTo(20);
    expect(proximityScore(plan, [matchAt(1), undefined, matchAt(2)], weights, () => 1)).toBe(0);
    expect(proximityScore(plan, [undefined, matchAt(1), matchAt(2)], weights, () => 1)).toBeCloseTo(10);
  });
});

describe('bestWindowScore', () => {
  const weights = [1, 2, 2];

  it('adds up the terms of the best window, each once', () => {
    expect(bestWindowScore(weights, [matchAt(0, 1, 20), matchAt(2), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [matchAt(20), matchAt(0, 21), matchAt(22)], 3)).toBe(5);
    expect(bestWindowScore(weights, [matchAt(0, 1), undefined, undefined], 3)).toBe(1);
    expect(bestWindowScore(weights, [undefined, undefined, undefined], 3)).toBe(0);
  });

  it('goes through the positions of all terms in order', () => {
    expect(bestWindowScore(weights, [matchAt(10), matchAt(0), undefined], 3)).toBe(2);
    expect(bestWindowScore(weights, [matchAt(5), matchAt(10), matchAt(6)], 3)).toBe(3);
  });

  it('includes words at the distance of the window, and none further apart', () => {
    expect(bestWindowScore(weights, [matchAt(0), matchAt(3), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [matchAt(0), matchAt(4), undefined], 3)).toBe(2);
  });

  it('drops a term only when its last occurrence leaves the window', () => {
    expect(bestWindowScore(weights, [matchAt(0, 2), matchAt(5), undefined], 3)).toBe(3);
    expect(bestWindowScore(weights, [matchAt(0, 1), matchAt(5), matchAt(6)], 3)).toBe(4);
  });
});
