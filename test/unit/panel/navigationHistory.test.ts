import { describe, expect, it } from 'vitest';
import {
  createHistory,
  currentOf,
  movedBy,
  pushed,
  withCurrent,
} from '../../../src/vscode/panel/navigationHistory';

describe('a navigation history', () => {
  const abc = pushed(pushed(createHistory('a'), 'b'), 'c');

  it('is at the visit that was pushed last', () => {
    expect(currentOf(abc)).toBe('c');
  });

  it('goes back and forward as far as it reaches', () => {
    expect(currentOf(movedBy(abc, -2) ?? abc)).toBe('a');
    expect(currentOf(movedBy(movedBy(abc, -2) ?? abc, 1) ?? abc)).toBe('b');
    expect(movedBy(abc, -3)).toBeUndefined();
    expect(movedBy(abc, 1)).toBeUndefined();
  });

  it('drops what lay ahead when an earlier visit is left for a new one', () => {
    const back = movedBy(abc, -1) ?? abc;
    expect(pushed(back, 'd')).toEqual({ visits: ['a', 'b', 'd'], at: 2 });
  });

  it('replaces the current visit and keeps the others', () => {
    expect(withCurrent(movedBy(abc, -1) ?? abc, 'B')).toEqual({ visits: ['a', 'B', 'c'], at: 1 });
  });

  it('keeps the latest fifty visits', () => {
    let long = createHistory(0);
    for (let next = 1; next <= 120; next += 1) long = pushed(long, next);
    expect(long.visits).toHaveLength(50);
    expect(currentOf(long)).toBe(120);
    expect(long.visits[0]).toBe(71);
  });

  it('does not change the history it was made from', () => {
    const one = createHistory('a');
    pushed(one, 'b');
    expect(one).toEqual({ visits: ['a'], at: 0 });
  });

  it('throws where it has no current visit', () => {
    expect(() => currentOf({ visits: [], at: 0 })).toThrow(RangeError);
  });
});
