import { describe, expect, it } from 'vitest';
import { areHangulLetters, areInitials, initialsOf, toLetters } from '../../../src/core/search/jamo';

describe('toLetters', () => {
  it('decomposes syllables, also incomplete ones', () => {
    expect(toLetters('세션')).toBe('ㅅㅐㅅㅕㄴ');
    expect(toLetters('세셔')).toBe('ㅅㅐㅅㅕ');
    expect(toLetters('값ㅅ')).toBe('ㄱㅏㅂㅅㅅ');
    expect(toLetters('session_2')).toBe('session_2');
  });

  it.each([
    ['쓰레드', '스레드'],
    ['쎄션', '세션'],
    ['트렌젝션', '트랜잭션'],
    ['트랜젝션', '트랜잭션'],
    ['메세지', '매세지'],
    ['꼬루틴', '고루틴'],
  ])('treats %s and %s as the same spelling', (a, b) => {
    expect(toLetters(a)).toBe(toLetters(b));
  });

  it('keeps other vowels apart', () => {
    expect(toLetters('메세지')).not.toBe(toLetters('메시지'));
    expect(toLetters('컨텐츠')).not.toBe(toLetters('콘텐츠'));
  });
});

describe('initials', () => {
  it.each([
    ['트랜잭션', 'ㅌㄹㅈㅅ'],
    ['쓰레드', 'ㅆㄹㄷ'],
    ['session', ''],
    ['세션2', ''],
    ['2세션', ''],
    ['ㅅㅅ', ''],
  ])('of %s are "%s"', (word, initials) => {
    expect(initialsOf(word)).toBe(initials);
  });

  it.each(['ㅅㅅ', 'ㅌㄹㅈㅅ'])('are recognised in %s', (word) => {
    expect(areInitials(word)).toBe(true);
  });

  it.each(['ㅅ', '세션', '세ㅅㅅ', 'ㅅㅅ세', 'ㅅ션', 'ㅏㅏ', 'ss', ''])(
    'are not recognised in "%s"',
    (word) => {
      expect(areInitials(word)).toBe(false);
    },
  );
});

describe('areHangulLetters', () => {
  it('tells Hangul letters from others', () => {
    expect(areHangulLetters(toLetters('세션'))).toBe(true);
    expect(areHangulLetters(toLetters('session'))).toBe(false);
  });
});
