import { expect, it } from 'vitest';
import { firstSpanAt, spanCover } from '../../../src/core/base/spanCover';

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

it('finds the first of the spans that an offset is in', () => {
  const at = firstSpanAt([
    { start: 2, end: 4 },
    { start: 5, end: 20 },
    { start: 7, end: 9 },
    { start: 22, end: 24 },
  ]);
  expect([1, 2, 4, 5, 8, 19, 20, 23, 24].map(at)).toEqual([
    undefined,
    0,
    undefined,
    1,
    1,
    1,
    undefined,
    3,
    undefined,
  ]);
  expect(firstSpanAt([])(0)).toBeUndefined();
});
