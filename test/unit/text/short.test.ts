import { describe, expect, it } from 'vitest';
import { oneLine, shortened } from '../../../src/core/text/short';

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
    expect(shortened(text, 3)).toBe(expected);
  });
});
