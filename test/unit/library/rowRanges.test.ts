import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowRangesOf, volumeLabels } from '../../../src/core/library/rowRanges';

describe('rowRangesOf', () => {
  it('does not divide a short list', () => {
    expect(rowRangesOf(0)).toEqual([]);
    expect(rowRangesOf(500)).toEqual([]);
  });

  it('divides a long list into ranges with every row once', () => {
    expect(rowRangesOf(1_001)).toEqual([
      { start: 0, end: 500 },
      { start: 500, end: 1_000 },
      { start: 1_000, end: 1_001 },
    ]);
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 600 }), (count, size) => {
        const rows = rowRangesOf(count, size).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        );
        expect(rows).toEqual(count <= size ? [] : Array.from({ length: count }, (_, at) => at));
      }),
    );
  });
});

describe('volumeLabels', () => {
  const label = (names: readonly string[], size: number): readonly string[] =>
    volumeLabels(rowRangesOf(names.length, size), (at) => names[at] ?? '').map(
      ({ from, to }) => `${from}–${to}`,
    );

  it('labels a range by the shortest distinct prefixes of its first and last name', () => {
    expect(label(['Alembic', 'async', 'Async loading', 'Session', '가상 환경', '나'], 2)).toEqual([
      'A–async',
      'Async –S',
      '가–나',
    ]);
  });

  it('limits the length of labels, and does not split characters', () => {
    const [first] = label(
      Array.from({ length: 4 }, () => 'x'.repeat(1_000)),
      2,
    );
    expect(first).toBe(`x–${'x'.repeat(12)}`);
    expect(label(['😀a', '😀b', '😁', ''], 2)).toEqual(['😀–😀', '😁–']);
  });
});
