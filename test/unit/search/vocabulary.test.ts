import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, lettersOf } from '../../../src/core/search/letters';
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
const vocabulary = vocabularyOf(WORDS);
const named = (guesses: readonly VocabularyMatch[]): (string | undefined)[] =>
  guesses.map(({ id }) => WORDS[id]);
const beginning = (typed: string, limit = 10): (string | undefined)[] =>
  named(vocabulary.beginningWith(lettersOf(typed), limit));

describe('words that begin so', () => {
  it('are found from a half-typed syllable, the shortest first', () => {
    expect(beginning('세셔')).toEqual(['세션', '세션관리']);
    expect(beginning('세ㅅ')).toEqual(['세션', '세션관리']);
    expect(beginning('트랜잭')).toEqual(['트랜잭션']);
    expect(beginning('트랜자')).toEqual([]);
    expect(beginning('세')).toEqual(['세션', '세그먼트', '세션관리']);
  });

  it('are found by an alike spelling', () => {
    expect(beginning('트렌젝')).toEqual(['트랜잭션']);
    expect(beginning('쓰레')).toEqual(['스레드']);
  });

  it('are no more than wanted', () => {
    expect(beginning('se')).toEqual(['select', 'session', 'sessionmaker']);
    expect(beginning('se', 1)).toEqual(['select']);
    expect(beginning('se', 0)).toEqual([]);
  });

  it('have the length of their letters and no errors', () => {
    expect(vocabulary.beginningWith('ㅅㅐㅅㅕ', 1)).toEqual([{ id: 1, length: 5, errors: 0 }]);
  });
});

describe('words that look so', () => {
  const near = (typed: string, most: number): (string | undefined)[] =>
    named(vocabulary.near(lettersOf(typed), most));

  it('are the nearest first, the word itself before them', () => {
    expect(near('session', 1)).toEqual(['session']);
    expect(near('sesion', 1)).toEqual(['session']);
    expect(near('트랜잭숀', 1)).toEqual(['트랜잭션']);
    expect(near('서션', 1)).toEqual(['세션']);
    expect(near('서셔', 2)).toEqual(expect.arrayContaining(['세션', '서버']));
    expect(near('zzzzz', 2)).toEqual([]);
  });

  it('are those that comparing with every word finds', () => {
    const words = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...Array.from('abc세션서')), minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom(...Array.from('abc세션서')), maxLength: 5 }),
        (all, typed) => {
          const letters = lettersOf(typed);
          const expected = all.flatMap((word, id) => {
            const errors = editDistance(letters, lettersOf(word), 2);
            return errors > 2 ? [] : [{ id, errors }];
          });
          const found = vocabularyOf(all).near(letters, 2);
          expect(found.map(({ id, errors }) => ({ id, errors })).sort((a, b) => a.id - b.id)).toEqual(
            expected,
          );
          expect(found.map(({ errors }) => errors)).toEqual(found.map(({ errors }) => errors).sort());
        },
      ),
    );
  });
});

describe('words with such initials', () => {
  const initials = (typed: string, limit = 10): (string | undefined)[] =>
    named(vocabulary.withInitials(typed, limit));

  it('are those of as many syllables first', () => {
    expect(initials('ㅅㅅ')).toEqual(['세션', '세션관리']);
    expect(initials('ㅌㄹㅈㅅ')).toEqual(['트랜잭션']);
    expect(initials('ㅂㄷㄱ')).toEqual(['비동기']);
    expect(initials('ㅋㅋ')).toEqual([]);
  });

  it('are no more than wanted', () => {
    expect(initials('ㅅㅅ', 1)).toEqual(['세션']);
    expect(initials('ㅅ', 3)).toHaveLength(3);
  });
});

describe('a vocabulary that grows', () => {
  it('has what was added after it was asked', async () => {
    const growing = vocabularyOf(['세션']);
    await growing.sort();
    expect(growing.beginningWith(lettersOf('서'), 5)).toEqual([]);
    growing.add('서버', 7);
    expect(growing.beginningWith(lettersOf('서'), 5)).toMatchObject([{ id: 7 }]);
    expect(growing.withInitials('ㅅㅂ', 5)).toMatchObject([{ id: 7 }]);
  });
});

describe('an empty vocabulary', () => {
  it('guesses nothing', () => {
    const empty = new Vocabulary();
    expect(empty.beginningWith('a', 5)).toEqual([]);
    expect(empty.near('a', 2)).toEqual([]);
    expect(empty.withInitials('ㅅ', 5)).toEqual([]);
  });
});
