import { describe, expect, it } from 'vitest';
import { current, historyOf, moved, restated, visited } from '../../../src/vscode/panel/history';

describe('a history', () => {
  const abc = visited(visited(historyOf('a'), 'b'), 'c');

  it('is at what was visited last', () => {
    expect(current(abc)).toBe('c');
  });

  it('goes back and forward as far as it reaches', () => {
    expect(current(moved(abc, -2) ?? abc)).toBe('a');
    expect(current(moved(moved(abc, -2) ?? abc, 1) ?? abc)).toBe('b');
    expect(moved(abc, -3)).toBeUndefined();
    expect(moved(abc, 1)).toBeUndefined();
  });

  it('forgets what lay ahead when it goes on from an earlier visit', () => {
    const back = moved(abc, -1) ?? abc;
    expect(visited(back, 'd')).toEqual({ visits: ['a', 'b', 'd'], at: 2 });
  });

  it('tells what is shown in another way, and keeps the others', () => {
    expect(restated(moved(abc, -1) ?? abc, 'B')).toEqual({ visits: ['a', 'B', 'c'], at: 1 });
  });

  it('keeps the latest fifty visits', () => {
    let long = historyOf(0);
    for (let next = 1; next <= 120; next += 1) long = visited(long, next);
    expect(long.visits).toHaveLength(50);
    expect(current(long)).toBe(120);
    expect(long.visits[0]).toBe(71);
  });

  it('does not change the one it came from', () => {
    const one = historyOf('a');
    visited(one, 'b');
    expect(one).toEqual({ visits: ['a'], at: 0 });
  });

  it('refuses to be nowhere', () => {
    expect(() => current({ visits: [], at: 0 })).toThrow(RangeError);
  });
});
