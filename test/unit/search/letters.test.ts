import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areInitials,
  editDistance,
  initialsOf,
  isHangulLetters,
  lettersOf,
  onOtherKeyboard,
} from '../../../src/core/search/letters';

describe('lettersOf', () => {
  it('takes syllables apart, half-typed ones too', () => {
    expect(lettersOf('세션')).toBe('ㅅㅐㅅㅕㄴ');
    expect(lettersOf('세셔')).toBe('ㅅㅐㅅㅕ');
    expect(lettersOf('값ㅅ')).toBe('ㄱㅏㅂㅅㅅ');
    expect(lettersOf('session_2')).toBe('session_2');
  });

  it.each([
    ['쓰레드', '스레드'],
    ['쎄션', '세션'],
    ['트렌젝션', '트랜잭션'],
    ['트랜젝션', '트랜잭션'],
    ['메세지', '매세지'],
    ['꼬루틴', '고루틴'],
  ])('%s and %s are spelled alike', (a, b) => {
    expect(lettersOf(a)).toBe(lettersOf(b));
  });

  it('keeps other letters apart', () => {
    expect(lettersOf('메세지')).not.toBe(lettersOf('메시지'));
    expect(lettersOf('컨텐츠')).not.toBe(lettersOf('콘텐츠'));
  });
});

describe('initials', () => {
  it.each([
    ['트랜잭션', 'ㅌㄹㅈㅅ'],
    ['쓰레드', 'ㅆㄹㄷ'],
    ['session', ''],
    ['세션2', ''],
    ['ㅅㅅ', ''],
  ])('of %s are "%s"', (word, initials) => {
    expect(initialsOf(word)).toBe(initials);
  });

  it.each(['ㅅㅅ', 'ㅌㄹㅈㅅ'])('%s are some', (word) => {
    expect(areInitials(word)).toBe(true);
  });

  it.each(['ㅅ', '세션', 'ㅅ션', 'ㅏㅏ', 'ss', ''])('"%s" are none', (word) => {
    expect(areInitials(word)).toBe(false);
  });

  it('tells letters of Hangul from others', () => {
    expect(isHangulLetters(lettersOf('세션'))).toBe(true);
    expect(isHangulLetters(lettersOf('session'))).toBe(false);
  });
});

describe('onOtherKeyboard', () => {
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
  ])('%s types %s', (typed, meant) => {
    expect(onOtherKeyboard(typed)).toBe(meant);
  });

  it.each([
    'Item',
    'session',
    'lazy',
    'transaction',
    'rk',
    'a1',
    '한글이 있다',
    '?!',
    '',
    'tptus'.repeat(20),
  ])('"%s" is no text there', (text) => {
    expect(onOtherKeyboard(text)).toBeUndefined();
  });

  it('throws for nothing', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-zA-Z]{0,12}$/),
      fc.string({ unit: fc.constantFrom(...Array.from('ㅅㅔㅕㄴㄳㅘ세션값뷁 a.')) }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => [lettersOf(text), initialsOf(text), onOtherKeyboard(text)]).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});

describe('errorsBetween', () => {
  it.each([
    ['session', 'session', 0],
    ['session', 'sassion', 1],
    ['session', 'sesion', 1],
    ['session', 'sesssion', 1],
    ['session', 'sesison', 1],
    ['session', 'ssesino', 2],
    ['session', 'ssesinoo', 3],
    ['ㅅㅐㅅㅕㄴ', 'ㅅㅐㅅㅓㄴ', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['', '', 0],
  ])('%s, %s: %i', (a, b, errors) => {
    expect(editDistance(a, b, 3)).toBe(errors);
  });

  it('comes back with one more than the most, however many there are', () => {
    expect(editDistance('session', 'transaction', 2)).toBe(3);
    expect(editDistance('abc', 'xyz', 1)).toBe(2);
    expect(editDistance('abc', 'abd', 0)).toBe(1);
    expect(editDistance('abc', 'abc', 0)).toBe(0);
  });

  it('counts as a plain reference does, and the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ㅅ'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, most) => {
        const expected = Math.min(plainErrors(a, b), most + 1);
        expect(editDistance(a, b, most)).toBe(expected);
        expect(editDistance(b, a, most)).toBe(expected);
      }),
    );
  });
});

/** Optimal string alignment by its definition, as slow as it is plain. */
function plainErrors(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${String(i)} ${String(j)}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const ways = [
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
    ];
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (isSwapped) ways.push(between(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
