import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf, toLetters } from '../../../src/core/search/jamo';
import { switchKeyboardLayout } from '../../../src/core/search/keyboardLayout';

describe('switchKeyboardLayout', () => {
  it.each([
    ['tptus', '세션'],
    ['rkskek', '가나다'],
    ['zjaltdm', '커밋으'],
    ['tptusd', '세션ㅇ'],
    ['TPTUS', '세션'],
    ['ㅅㄱ문ㅁㅊ샤ㅐㅜ', 'transaction'],
    ['ㄴㄷㄴ냐ㅐㅜ', 'session'],
    ['ㄴㄷㄴ냐ㅐㅜ_id', 'session_id'],
    ['세션', 'tptus'],
    ['Tptus', '쎄션'],
    ['ㅁ'.repeat(64), 'a'.repeat(64)],
  ])('reads %s as %s', (typed, meant) => {
    expect(switchKeyboardLayout(typed)).toBe(meant);
  });

  it.each([
    'Item',
    'hka',
    'session',
    'lazy',
    'transaction',
    'rk',
    'a1',
    '한글이 있다',
    '?!',
    '',
    'tptus'.repeat(20),
    'ㅁ'.repeat(65),
    '1tptus',
    'tptus1',
    'atptus',
    'tptusas',
  ])('returns nothing for "%s"', (text) => {
    expect(switchKeyboardLayout(text)).toBeUndefined();
  });

  it('never throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-zA-Z]{0,12}$/),
      fc.string({ unit: fc.constantFrom(...Array.from('ㅅㅔㅕㄴㄳㅘ세션값뷁 a.')) }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => [toLetters(text), initialsOf(text), switchKeyboardLayout(text)]).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
