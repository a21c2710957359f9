import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency, lengthNorm, saturate } from '../../../src/core/search/bm25';

describe('the inverse document frequency', () => {
  it('falls with the number of texts that contain the term, and stays above zero', () => {
    const frequencies = [0, 1, 5, 10, 11].map((count) => inverseDocumentFrequency(count, 10));
    expect(frequencies).toEqual([...frequencies].sort((a, b) => b - a));
    expect(Math.min(...frequencies)).toBeGreaterThan(0);
  });

  it('is the logarithm of one plus the odds against the term', () => {
    expect(inverseDocumentFrequency(1, 3)).toBeCloseTo(Math.log(1 + 2.5 / 1.5));
    expect(inverseDocumentFrequency(4, 3)).toBe(inverseDocumentFrequency(3, 3));
  });
});

describe('the length norm', () => {
  it('is k1 for a text of average length, and grows with the length by b', () => {
    const parameters = { saturation: 2, lengthNormalisation: 0.25 };
    expect(lengthNorm(10, 10, parameters)).toBe(2);
    expect(lengthNorm(30, 10, parameters)).toBe(3);
    expect(lengthNorm(0, 10, parameters)).toBe(1.5);
  });
});

describe('a saturated frequency', () => {
  it('is one for a single occurrence in a text of average length, and less than k1 + 1 for many', () => {
    expect(saturate(1, 2, 2)).toBe(1);
    expect(saturate(4, 2, 2)).toBe(2);
    expect(saturate(1, 5, 2)).toBe(0.5);
  });
});
