import { expect, it } from 'vitest';
import { spanCover } from '../../../src/core/base/spanCover';

it('tells which spans are within one of some spans', () => {
  const isCovered = spanCover([
    { start: 40, end: 50 },
    { start: 10, end: 30 },
    { start: 12, end: 20 },
  ]);
  const covered = [
    [10, 30],
    [21, 29],
    [40, 41],
    [9, 11],
    [29, 31],
    [31, 39],
    [25, 45],
    [50, 51],
  ].map(([start = 0, end = 0]) => isCovered({ start, end }));
  expect(covered).toEqual([true, true, true, false, false, false, false, false]);
  expect(spanCover([])({ start: 0, end: 0 })).toBe(false);
});
