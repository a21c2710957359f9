import { describe, expect, it } from 'vitest';
import { isChatNoise, isGenericWord, isStopWord } from '../../../src/core/text/stopWords';
import { tokenize } from '../../../src/core/text/tokenizer';

const areStopWords = (text: string): boolean[] =>
  Array.from(tokenize(text), ({ folded, stems }) => isStopWord(folded, stems));

describe('isStopWord', () => {
  it.each(['어떻게', '방법은', '사용하나요', '있나요', '궁금합니다', 'how', 'Using', 'the', 'WORKS'])(
    'is true for %s, which says how something is asked',
    (word) => {
      expect(areStopWords(word)).toEqual([true]);
    },
  );

  it.each(['세션을', '커밋', '커밋하나요', '닫나요', 'session', 'commit', 'close'])(
    'is false for %s, which says what it is about',
    (word) => {
      expect(areStopWords(word)).toEqual([false]);
    },
  );
});

describe('isGenericWord', () => {
  const areGeneric = (text: string): boolean[] =>
    Array.from(tokenize(text), ({ folded, stems }) => isGenericWord(folded, stems));

  it.each([
    '에러가',
    '예제',
    '코드를',
    '설정',
    '방법',
    '사용법',
    'errors',
    'Examples',
    'functions',
    'the',
    'ㅋㅋㅋ',
  ])('is true for %s, which names no subject', (word) => {
    expect(areGeneric(word)).toEqual([true]);
  });

  it.each(['세션', '미들웨어', '트랜잭션을', '배포', 'session', 'router', 'scope', 'ㅌㄹㅈㅅ'])(
    'is false for %s',
    (word) => {
      expect(areGeneric(word)).toEqual([false]);
    },
  );
});

describe('isChatNoise', () => {
  it.each(['ㅇㅇ', 'ㄴㄴ', 'ㄱㄱ', 'ㅇㅋ', 'ㄱㅅ', 'ㅋㅋㅋ', 'ㅠㅠ', 'ㅜㅠ', 'ㅎㅎ', 'ㄷㄷ', 'ㄷㄷㄷ'])(
    'is true for %s',
    (word) => {
      expect(isChatNoise(word)).toBe(true);
    },
  );

  it.each(['ㅅㅅ', 'ㅁㄷㅇㅇ', 'ㅈㅇ', 'ㅌㄹㅈㅅ', 'ㅇ', '세션', 'ok'])('is false for %s', (word) => {
    expect(isChatNoise(word)).toBe(false);
  });
});
