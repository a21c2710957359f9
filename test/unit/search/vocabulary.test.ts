import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/core/search/editDistance';
import { toLetters } from '../../../src/core/search/jamo';
import { Vocabulary, type VocabularyMatch } from '../../../src/core/search/vocabulary';

const WORDS = [
  '트랜잭션',
  '세션',
  '세션관리',
  '스레드',
  'session',
  'sessionmaker',
  'select',
  '서버',
  '세그먼트',
  '비동기',
];
const vocabularyOf = (words: readonly string[]): Vocabulary => {
  const vocabulary = new Vocabulary();
  words.forEach((word, id) => {
    vocabulary.add(word, id);
  });
  return vocabulary;
};
let vocabulary: Vocabulary;
beforeAll(() => {
  vocabulary = vocabularyOf(WORDS);
});
const wordsOf = (matches: readonly VocabularyMatch[]): (string | undefined)[] =>
  matches.map(({ id }) => WORDS[id]);
const beginning = (typed: string, limit = 10): (string | undefined)[] =>
  wordsOf(vocabulary.beginningWith(toLetters(typed), limit));

describe('beginningWith', () => {
  it('finds words from an incomplete syllable, the shortest first', () => {
    expect(beginning('세셔')).toEqual(['세션', '세션관리']);
    expect(beginning('세ㅅ')).toEqual(['세션', '세션관리']);
    expect(beginning('트랜잭')).toEqual(['트랜잭션']);
    expect(beginning('트랜자')).toEqual([]);
    expect(beginning('세')).toEqual(['세션', '세그먼트', '세션관리']);
  });

  it('finds equivalent spellings', () => {
    expect(beginning('트렌젝')).toEqual(['트랜잭션']);
    expect(beginning('쓰레')).toEqual(['스레드']);
  });

  it('returns at most as many words as asked for', () => {
    expect(beginning('se')).toEqual(['select', 'session', 'sessionmaker']);
    expect(beginning('se', 1)).toEqual(['select']);
    expect(beginning('se', 0)).toEqual([]);
  });

  it('returns the number of letters, and no errors', () => {
    expect(vocabulary.beginningWith('ㅅㅐㅅㅕ', 1)).toEqual([{ id: 1, length: 5, errors: 0 }]);
  });
});

describe('withinErrors', () => {
  const near = (typed: string, maxErrors: number): (string | undefined)[] =>
    wordsOf(vocabulary.withinErrors(toLetters(typed), maxErrors));

  it('finds the nearest first, the word itself before all others', () => {
    expect(near('session', 1)).toEqual(['session']);
    expect(near('sesion', 1)).toEqual(['session']);
    expect(near('트랜잭숀', 1)).toEqual(['트랜잭션']);
    expect(near('서션', 1)).toEqual(['세션']);
    expect(near('서셔', 2)).toEqual(expect.arrayContaining(['세션', '서버']));
    expect(near('zzzzz', 2)).toEqual([]);
  });

  it('finds the same words as comparing with every word', () => {
    const words = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...Array.from('abc세션서')), minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom(...Array.from('abc세션서')), maxLength: 5 }),
        (all, typed) => {
          const letters = toLetters(typed);
          const expected = all.flatMap((word, id) => {
            const errors = editDistance(letters, toLetters(word), 2);
            return errors > 2 ? [] : [{ id, errors }];
          });
          const found = vocabularyOf(all).withinErrors(letters, 2);
          expect(found.map(({ id, errors }) => ({ id, errors })).sort((a, b) => a.id - b.id)).toEqual(
            expected,
          );
          expect(found.map(({ errors }) => errors)).toEqual(found.map(({ errors }) => errors).sort());
        },
      ),
    );
  });
});

describe('withInitials', () => {
  const initials = (typed: string, limit = 10): (string | undefined)[] =>
    wordsOf(vocabulary.withInitials(typed, limit));

  it('finds words of as many syllables first', () => {
    expect(initials('ㅅㅅ')).toEqual(['세션', '세션관리']);
    expect(initials('ㅌㄹㅈㅅ')).toEqual(['트랜잭션']);
    expect(initials('ㅂㄷㄱ')).toEqual(['비동기']);
    expect(initials('ㅋㅋ')).toEqual([]);
  });

  it('returns at most as many words as asked for', () => {
    expect(initials('ㅅㅅ', 1)).toEqual(['세션']);
    expect(initials('ㅅ', 3)).toHaveLength(3);
  });
});

describe('a growing vocabulary', () => {
  it('yields after each first letter that it sorts', async () => {
    let calls = 0;
    await vocabularyOf(['세션', '서버', 'abc']).sort(() => {
      calls += 1;
      return Promise.resolve();
    });
    // The letters ㅅ and a, and the initial ㅅ.
    expect(calls).toBe(3);
  });

  it('finds words that were added after a lookup', async () => {
    const growing = vocabularyOf(['세션']);
    await growing.sort();
    expect(growing.beginningWith(toLetters('서'), 5)).toEqual([]);
    growing.add('서버', 7);
    expect(growing.beginningWith(toLetters('서'), 5)).toMatchObject([{ id: 7 }]);
    expect(growing.withInitials('ㅅㅂ', 5)).toMatchObject([{ id: 7 }]);
  });
});

describe('an empty vocabulary', () => {
  it('finds nothing', () => {
    const empty = new Vocabulary();
    expect(empty.beginningWith('a', 5)).toEqual([]);
    expect(empty.withinErrors('a', 2)).toEqual([]);
    expect(empty.withInitials('ㅅ', 5)).toEqual([]);
  });
});
