import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/core/search/editDistance';

describe('editDistance', () => {
  it.each([
    ['session', 'session', 0],
    ['session', 'sassion', 1],
    ['session', 'sesion', 1],
    ['session', 'sesssion', 1],
    ['session', 'sesison', 1],
    ['session', 'ssesino', 2],
    ['session', 'ssesinoo', 3],
    ['ㅅㅐㅅㅕㄴ', 'ㅅㅐㅅㅓㄴ', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['', '', 0],
  ])('of "%s" and "%s" is %i', (a, b, errors) => {
    expect(editDistance(a, b, 3)).toBe(errors);
  });

  it('returns one more than the limit for any greater distance', () => {
    expect(editDistance('session', 'transaction', 2)).toBe(3);
    expect(editDistance('abc', 'xyz', 1)).toBe(2);
    expect(editDistance('abc', 'abd', 0)).toBe(1);
    expect(editDistance('abc', 'abc', 0)).toBe(0);
  });

  it('agrees with the definition, in both directions', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ㅅ'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, limit) => {
        const expected = Math.min(referenceDistance(a, b), limit + 1);
        expect(editDistance(a, b, limit)).toBe(expected);
        expect(editDistance(b, a, limit)).toBe(expected);
      }),
    );
  });
});

/** Optimal string alignment by its definition, recursively. */
function referenceDistance(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${String(i)} ${String(j)}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const ways = [
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
    ];
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (isSwapped) ways.push(between(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
