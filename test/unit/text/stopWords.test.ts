import { describe, expect, it } from 'vitest';
import { isStopWord } from '../../../src/core/text/stopWords';
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
