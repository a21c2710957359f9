import { describe, expect, it } from 'vitest';
import {
  firstOf,
  oneLine,
  shorten,
  shortenAtWord,
  wordEndBefore,
  wordStartAfter,
} from '../../../src/core/text/shorten';

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

describe('shortenAtWord', () => {
  it.each([
    ['one two', 'one two'],
    ['one two three', 'one two…'],
    ['one two  three', 'one two…'],
    ['one twothree four', 'one…'],
    ['세션을 스레드마다 만든다', '세션을…'],
    [`${'x'.repeat(20)} y`, 'xxxxxxx…'],
    ['👩👩👩👩👩👩', '👩👩👩…'],
  ])('%s is %s', (text, expected) => {
    expect(shortenAtWord(text, 8)).toBe(expected);
  });
});

describe('wordEndBefore', () => {
  it('is inside a run of more than 40 units, and before one of 40', () => {
    expect(wordEndBefore(`a ${'x'.repeat(50)}`, 42)).toBe(1);
    expect(wordEndBefore(`a ${'x'.repeat(50)}`, 43)).toBe(43);
  });

  it('leaves out white space at the end of a text', () => {
    expect(wordEndBefore('ab \n', 10)).toBe(2);
  });
});

describe('wordStartAfter', () => {
  it.each([
    ['one two three', -3, 8, 0],
    ['one two three', 4, 8, 4],
    ['one two three', 5, 8, 8],
    ['one  two three', 3, 9, 5],
    ['one twothree', 5, 7, 4],
  ])('%s from %i to %i: %i', (text, start, limit, expected) => {
    expect(wordStartAfter(text, start, limit)).toBe(expected);
  });

  it('is the limit in a run of more than 40 units', () => {
    expect(wordStartAfter(`a ${'x'.repeat(60)}`, 41, 50)).toBe(2);
    expect(wordStartAfter(`a ${'x'.repeat(60)}`, 42, 50)).toBe(50);
  });
});

describe('firstOf', () => {
  it('returns each name once, and counts the others', () => {
    expect(firstOf(['Session', 'Session'], 3)).toEqual({ first: ['Session'], more: 0 });
    expect(firstOf(['a', 'b', 'a', 'c'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 0 });
    expect(firstOf(['a', 'b', 'c', 'b', 'd', 'e'], 3)).toEqual({ first: ['a', 'b', 'c'], more: 2 });
  });
});
