import { describe, expect, it } from 'vitest';
import { firstOf, oneLine, shorten } from '../../../src/core/text/shorten';

describe('oneLine', () => {
  it('removes line breaks and marks that change the direction', () => {
    expect(oneLine(' a\r\n\tb\u2028c \u202e d\u0000\u2066')).toBe('a b c d');
  });

  it('keeps joiners and combining marks', () => {
    expect(oneLine('👩\u200d💻 ㄱ e\u0301')).toBe('👩\u200d💻 ㄱ e\u0301');
  });
});

describe('shorten', () => {
  it.each([
    ['abc', 'abc'],
    ['abcd', 'ab…'],
    ['👩👩👩', '👩👩👩'],
    ['👩👩👩👩', '👩👩…'],
  ])('%s is %s', (text, expected) => {
    expect(shorten(text, 3)).toBe(expected);
  });
});

describe('firstOf', () => {
  it('returns each name once, and counts the others', () => {
    expect(firstOf(['Session', 'Session'], 3)).toEqual({ first: ['Session'], more: 0 });
    expect(firstOf(['a', 'b', 'a', 'c'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 0 });
    expect(firstOf(['a', 'b', 'c', 'b', 'd', 'e'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 2 });
  });
});
