import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { idsFor, openShelf, type Sheet } from '../../unit/search/shelf';

const WORDS = [
  ...[
    '세션을',
    '트랜잭션',
    '커넥션 풀',
    '의존성 주입',
    '닫나요',
    '나왔는데',
    '비동기',
    '값이',
    '스레드에서',
    '어떻게',
    '테스트세션',
  ],
  ...[
    'session',
    'AsyncSession',
    'lazy loading',
    'expire_on_commit',
    'sqlalchemy.orm',
    'pools',
    'the',
    '3.11',
    'thread-safe',
  ],
];
const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const sheet = fc.record({ title: phrase, question: phrase, answer: phrase });
const shelves = fc
  .uniqueArray(sheet, { minLength: 1, maxLength: 6, selector: ({ title }) => title.toLowerCase() })
  .map((sheets) => Object.fromEntries(sheets.map((one, at) => [`e${String(at)}`, one satisfies Sheet])));
/** Queries with typing errors, incomplete syllables, initials, and the other keyboard layout. */
const queries = fc
  .array(fc.constantFrom(...WORDS, 'sesion', 'thraed', '트렌잭션', '세셔', 'ㅌㄹㅈㅅ', 'tptus'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const RUNS = { numRuns: 30 };

describe('over any small archive', () => {
  it('finds an entry first by its title', async () => {
    await fc.assert(
      fc.asyncProperty(shelves, async (sheets) => {
        const library = await openShelf(sheets);
        for (const [id, { title }] of Object.entries(sheets))
          expect((await idsFor(library, title))[0]).toBe(id);
      }),
      RUNS,
    );
  });

  it('finds no fewer entries when one is added', async () => {
    await fc.assert(
      fc.asyncProperty(shelves, sheet, queries, async (sheets, more, query) => {
        const before = await idsFor(await openShelf(sheets), query);
        const after = await idsFor(await openShelf({ ...sheets, more }), query);
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
      RUNS,
    );
  });

  it('finds the same for a decomposed query', async () => {
    await fc.assert(
      fc.asyncProperty(shelves, queries, async (sheets, query) => {
        const library = await openShelf(sheets);
        expect(await library.search(query.normalize('NFD'))).toEqual(await library.search(query));
      }),
      RUNS,
    );
  });

  it('returns each entry once, with ranges within its texts', async () => {
    await fc.assert(
      fc.asyncProperty(shelves, queries, async (sheets, query) => {
        const hits = await (await openShelf(sheets)).search(query);
        expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(hits.length);
        for (const { variant, why } of hits) {
          for (const [text, ranges] of [
            [variant.title, why.title],
            [why.passage?.text ?? '', why.passage?.ranges ?? []],
          ] as const) {
            let end = 0;
            for (const range of ranges) {
              expect(range.start).toBeGreaterThanOrEqual(end);
              expect(text.slice(range.start, range.end)).toMatch(/^\S.*\S$|^\S$/u);
              end = range.end;
            }
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('any query', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openShelf({
      session: { title: '세션은 언제 닫나요?', answer: '`scoped_session`은 remove를 부릅니다.' },
      pool: { title: 'Connection pool size', answer: '커넥션 풀 크기' },
    });
  });

  it.each([
    ['empty', ''],
    ['a space', ' '],
    ['one letter', 'a'],
    ['one syllable', '값'],
    ['one consonant', 'ㅅ'],
    ['one vowel', 'ㅏ'],
    ['punctuation', '?!…·/\\|{}<>'],
    ['quotes only', '"""“”\'\''],
    ['hyphens only', '- -- ---'],
    ['an emoji', '👩‍👩‍👧‍👦 세션 🇰🇷'],
    ['a lone surrogate', '\uD83D 세션'],
    ['a lone low surrogate', '세션\uDC00'],
    ['right-to-left text', 'מסד נתונים جلسة \u202Eنص'],
    ['a regular expression', '^(세션|[a-z]+)*$ \\p{L} (?<=x'],
    ['names of an object', '__proto__ constructor toString'],
    ['a control character', '세\u0000션\u0007\u200B'],
    ['conjoining jamo', '\u1109\u1109\u1166\u11AB\uFFA0ﾡ'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 syllables', '션'.repeat(10_000)],
    ['10,000 consonants', 'ㅅ'.repeat(10_000)],
    ['10,000 quotes', '"'.repeat(10_000)],
    ['10,000 hyphens', '-'.repeat(10_000)],
    ['thousands of words', '세션 pool '.repeat(1500)],
    ['thousands of filters', 'topic:a '.repeat(1500)],
    ['dots', 'a.'.repeat(5000)],
  ])('is searched: %s', async (_, query) => {
    expect(await library.search(query)).toBeInstanceOf(Array);
    expect(await library.matching(query)).toBeInstanceOf(Array);
  });

  it('of random text is searched', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('세션ㅅㅕㄴtpus-_.:" “풀')) }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (query) => {
        expect(await library.search(query)).toBeInstanceOf(Array);
      }),
      RUNS,
    );
  });
});
