import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/core/search/editDistance';
import { initialsOf, toLetters } from '../../../src/core/search/jamo';
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

describe('a large vocabulary', () => {
  const { pick, word, mistyped } = generator(20_26);
  const words = [...new Set(Array.from({ length: 1_500 }, word))];
  // Ids repeat: the glossary's words for a term share its id.
  const all = words.map((text, at) => ({
    id: Math.floor(at / 2),
    text,
    letters: toLetters(text),
    initials: initialsOf(text),
  }));
  const large = new Vocabulary();
  for (const { id, text } of all) large.add(text, id);
  const queries = Array.from({ length: 60 }, () => pick(all).letters);

  it.each([1, 2])(
    'finds exactly the words within %i errors, the nearest and then the shortest first',
    (max) => {
      for (const letters of queries.map((right) => mistyped(right, max))) {
        const expected = all
          .map((one) => ({ ...one, errors: editDistance(letters, one.letters, max) }))
          .filter(({ errors }) => errors <= max)
          .sort((a, b) => a.errors - b.errors || a.letters.length - b.letters.length || a.id - b.id)
          .map(({ id, letters: { length }, errors }) => ({ id, length, errors }));
        expect(expected).not.toEqual([]);
        expect(large.withinErrors(letters, max)).toEqual(expected);
      }
    },
  );

  it.each([1, 12, Infinity])('finds the %d shortest words that begin with the letters', (limit) => {
    for (const letters of queries.map((whole) => whole.slice(0, 1 + pick([0, 1, 2, 3, 4])))) {
      const expected = shortestFirst(all, 'letters', letters).slice(0, limit);
      expect(large.beginningWith(letters, limit)).toEqual(expected);
    }
  });

  it.each([1, 12, Infinity])('finds the %d shortest words that begin with the initials', (limit) => {
    const hangul = all.filter(({ initials }) => initials !== '');
    for (const { initials: whole } of hangul.slice(0, 60)) {
      const initials = whole.slice(0, 1 + pick([0, 1, 2]));
      const expected = shortestFirst(hangul, 'initials', initials).slice(0, limit);
      expect(large.withInitials(initials, limit)).toEqual(expected);
    }
  });
});

describe('letters that were swapped', () => {
  const swapped = vocabularyOf(['session', 'abcdefghij', 'abc']);

  it('are one error', () => {
    expect(swapped.withinErrors('sesison', 1)).toEqual([{ id: 0, length: 7, errors: 1 }]);
    expect(swapped.withinErrors('sesison', 2)).toEqual([{ id: 0, length: 7, errors: 1 }]);
  });

  it('are found twice in a word, and beside another error before or behind them', () => {
    expect(swapped.withinErrors('bacdefghji', 2)).toEqual([{ id: 1, length: 10, errors: 2 }]);
    expect(swapped.withinErrors('xbcdefghji', 2)).toEqual([{ id: 1, length: 10, errors: 2 }]);
    expect(swapped.withinErrors('bacdefghi', 2)).toEqual([{ id: 1, length: 10, errors: 2 }]);
    expect(swapped.withinErrors('bacdefghji', 1)).toEqual([]);
  });

  it('are not edited again', () => {
    // Swapping c and a and then inserting b between them would be two errors.
    expect(swapped.withinErrors('ca', 2)).toEqual([]);
  });
});

describe('a growing vocabulary', () => {
  it('finds words that were added after a lookup', () => {
    const growing = vocabularyOf(['세션']);
    expect(growing.beginningWith(toLetters('서'), 5)).toEqual([]);
    growing.add('서버', 7);
    expect(growing.beginningWith(toLetters('서'), 5)).toMatchObject([{ id: 7 }]);
    expect(growing.withInitials('ㅅㅂ', 5)).toMatchObject([{ id: 7 }]);
  });

  it('finds all terms of words with the same letters', () => {
    const growing = vocabularyOf(['쓰레드', '스레드', '스래드']);
    expect(growing.withinErrors(toLetters('스레드'), 1).map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(growing.beginningWith(toLetters('스레'), 2).map(({ id }) => id)).toEqual([0, 1]);
  });
});

describe('words of extreme length', () => {
  it('are found up to 120 letters', () => {
    const long = vocabularyOf(['a'.repeat(120), 'a'.repeat(121)]);
    expect(long.beginningWith('aa', 5)).toEqual([{ id: 0, length: 120, errors: 0 }]);
    expect(long.withinErrors('a'.repeat(119), 2)).toEqual([{ id: 0, length: 120, errors: 1 }]);
    expect(long.withinErrors('a'.repeat(121), 2)).toEqual([]);
    expect(long.beginningWith('a'.repeat(100_000), 5)).toEqual([]);
    expect(long.withinErrors('a'.repeat(100_000), 2)).toEqual([]);
  });

  it('may each begin the next one', () => {
    const words = Array.from({ length: 120 }, (_, at) => 'b'.repeat(at + 1));
    const nested = vocabularyOf(words);
    expect(nested.beginningWith('b', Infinity)).toHaveLength(120);
    expect(nested.withinErrors('b'.repeat(60), 2).map(({ length }) => length)).toEqual([60, 59, 61, 58, 62]);
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

/** The words whose letters or initials begin with these, by comparing with all. */
function shortestFirst<K extends string>(
  words: readonly ({ readonly id: number } & Readonly<Record<K, string>>)[],
  key: K,
  prefix: string,
): readonly VocabularyMatch[] {
  return words
    .filter((word) => word[key].startsWith(prefix))
    .map(({ id, [key]: { length } }) => ({ id, length, errors: 0 }))
    .sort((a, b) => a.length - b.length || a.id - b.id);
}

/** Words in Hangul, Latin and digits, and typing errors in them; the same for the same seed. */
function generator(seed: number) {
  let state = seed;
  /** A linear congruential generator. https://en.wikipedia.org/wiki/Linear_congruential_generator */
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const several = (min: number, max: number, part: () => string): string =>
    Array.from({ length: min + below(max - min + 1) }, part).join('');
  const syllable = (): string =>
    pick(Array.from('가게고기나너다대드디라로리마모버비사서세스시션아어오이자전제조지처크터토트프하호환'));
  const latin = (): string =>
    pick(['a', 'e', 'in', 'on', 'se', 'ss', 'or', 't', 'ing', 'con', 'ex', '1', '_']);
  const word = (): string => (below(3) === 0 ? several(2, 5, latin) : several(1, 6, syllable));
  const edits: readonly ((letters: readonly string[], at: number) => readonly string[])[] = [
    (letters, at) => letters.toSpliced(at, 1),
    (letters, at) => letters.toSpliced(at, 0, pick(letters)),
    (letters, at) => letters.toSpliced(at, 1, pick(letters)),
    (letters, at) => letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()),
  ];
  /** Letters with so many errors, each in a part of its own. */
  const mistyped = (letters: string, errors: number): string => {
    const size = Math.ceil(letters.length / errors);
    const parts = Array.from({ length: errors }, (_, at) =>
      Array.from(letters.slice(at * size, (at + 1) * size)),
    );
    return parts
      .flatMap((part) => (part.length < 2 ? part : pick(edits)(part, below(part.length - 1))))
      .join('');
  };
  return { pick, word, mistyped };
}
