import { describe, expect, it } from 'vitest';
import { firstOf, oneLine, shorten } from '../../../src/core/text/shorten';

describe('oneLine', () => {
  it('ends no line and turns no direction', () => {
    expect(oneLine(' a\r\n\tb\u2028c \u202e d\u0000\u2066')).toBe('a b c d');
  });

  it('keeps what joins and composes', () => {
    expect(oneLine('👩\u200d💻 ㄱ e\u0301')).toBe('👩\u200d💻 ㄱ e\u0301');
  });
});

describe('shortened', () => {
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
  it('names each once, and counts the others', () => {
    expect(firstOf(['Session', 'Session'], 3)).toEqual({ first: ['Session'], more: 0 });
    expect(firstOf(['a', 'b', 'a', 'c'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 0 });
    expect(firstOf(['a', 'b', 'c', 'b', 'd', 'e'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 2 });
  });
});
