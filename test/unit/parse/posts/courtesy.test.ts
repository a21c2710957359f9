import { describe, expect, it } from 'vitest';
import { isCourteous, isOnlyThanks, isThanks } from '../../../../src/core/parse/posts/courtesy';

describe('isThanks', () => {
  it.each(['감사합니다', '고맙네요', '땡큐', 'Thanks!', 'Thank you'])('accepts %s', (text) => {
    expect(isThanks(text)).toBe(true);
    expect(isCourteous(text)).toBe(true);
  });

  it.each(['감시합니다', 'Thankful', 'Tanks', 'unthanks'])('rejects %s', (text) => {
    expect(isThanks(text)).toBe(false);
  });
});

describe('isOnlyThanks', () => {
  it('accepts thanks of up to 40 characters', () => {
    expect(isOnlyThanks(`${'!'.repeat(34)}thanks`)).toBe(true);
    expect(isOnlyThanks(`${'!'.repeat(35)}thanks`)).toBe(false);
  });

  it.each([
    '잘 봤습니다',
    '감사한데 풀인가요?',
    '감사한데 풀인가요？',
    '감사 https://example.org',
    '감사 http://example.org',
    '감사 `close()`',
  ])('rejects text with a question, a link or code, or without thanks: %s', (text) => {
    expect(isOnlyThanks(text)).toBe(false);
  });
});

describe('isCourteous', () => {
  it.each([
    '죄송합니다',
    '제가 착각했다',
    '제가착각했다',
    '제 가 오해했다',
    '제 실수다',
    '정말 대단하다',
    '👏👏',
    '배우신 분',
    '배우신분',
    '많이 배웠다',
    '한 수 배우고 간다',
    '한수 배우고 간다',
    '잘 배웠다',
    '도움 됐다',
    '도움이 정말로 많았다',
    '잘 아시네',
    '멀리 오셨군',
    "Sorry, it's the pool",
    'I apologise',
    'My bad',
    'I was confused',
    'I misread it',
    'Well done',
    'Kudos',
    'Congrats',
    'Congratulations',
    'Great answer',
    'A nice write-up',
    'A nice writeup',
    'You are the best',
    "You're so very kind",
  ])('accepts apologies, praise and good wishes: %s', (text) => {
    expect(isCourteous(text)).toBe(true);
  });

  it.each([
    '세션은 하나다',
    '제가 만들었다',
    '많은 배움',
    '많이배웠다',
    '도움말을 읽었다',
    '도움말이 하나도 없어서 됐다',
    'A sorrybox',
    'A congruent tie',
    'Great pools',
    'You are so slow',
    'This is a great-answer.example',
    'A herod',
  ])('rejects what is said of the matter: %s', (text) => {
    expect(isCourteous(text)).toBe(false);
  });
});
