import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { koreanStems } from '../../../../src/core/text/korean/stems';

describe('koreanStems', () => {
  it.each([
    ['사용하는', ['사용', '사용하-']],
    ['사용했습니다', ['사용', '사용하-']],
    ['중복되는', ['중복', '중복되-']],
    ['배포됩니다', ['배포', '배포되-']],
    ['초기화시키는', ['초기화', '초기', '초기화시키-']],
    ['커밋하나요', ['커밋', '커밋하-']],
    ['커밋할때', ['커밋', '커밋하-']],
    ['공유안되나요', ['공유', '공유되-']],
    ['업데이트됐나요', ['업데이트', '업데이트되-']],
    ['차단당했어요', ['차단', '차단당하-']],
    ['공유중인데', ['공유']],
    ['우려한', ['우려', '우려하-']],
    ['앱에서는', ['앱에서', '앱']],
    ['락때문에', ['락']],
  ])('%s → %s', (word, stems) => {
    expect(koreanStems(word)).toEqual(stems);
  });

  it.each([
    '문자열합치기',
    '비동기함수',
    '비밀번호해시',
    '마이크로하이브리드엔진',
    '자원해제',
    '전화번호',
    '대한민국',
    '시험문제',
    '접근권한',
    '저작권침해',
    '계약해지',
  ])('%s is not cut inside', (word) => {
    expect(koreanStems(word).filter((stem) => !stem.endsWith('-'))).toEqual([]);
  });

  it.each([
    ['걸려있는', '걸리-'],
    ['닫아야하나요', '닫-'],
    ['되어있는', '되-'],
  ])('a verb with an auxiliary is no noun: %s → %s', (word, stem) => {
    expect(koreanStems(word)).toEqual([stem]);
  });

  it.each([
    ['안담겨요', '담기-'],
    ['못찾는', '찾-'],
    ['안돼요', '되-'],
    ['안되나요', '되-'],
    ['안보이는데', '보이-'],
    ['못잡아요', '잡-'],
  ])('안 and 못 are left out: %s → %s', (word, stem) => {
    expect(koreanStems(word)).toContain(stem);
  });

  it.each(['안전', '안내', '못', '안전한', '안내는', '안정적'])(
    '안 and 못 of a noun are kept: %s',
    (word) => {
      expect(koreanStems(word).filter((stem) => !/^[안못]/u.test(stem))).toEqual([]);
    },
  );

  it.each([
    ['비관적', '비관'],
    ['비관적으로', '비관'],
    ['비관주의', '비관'],
    ['동기화', '동기'],
    ['안전성', '안전'],
    ['자동화된', '자동'],
    ['도메인별로', '도메인'],
  ])('has what a noun is derived from: %s → %s', (word, origin) => {
    expect(koreanStems(word)).toContain(origin);
  });

  it.each(['대중문화', '휴대전화', '경영목적', '구성'])('a compound is no derivation: %s', (word) => {
    expect(koreanStems(word)).toEqual([]);
  });

  it.each([
    ['모르겠네여', '모르-'],
    ['지웠어용', '지우-'],
    ['멈춥니당', '멈추-'],
    ['배포했어염', '배포'],
  ])('reads the endings of a chat: %s → %s', (word, stem) => {
    expect(koreanStems(word)).toContain(stem);
  });

  it.each(['교육비용', '사회참여', '식당'])('takes no noun for a chat ending: %s', (word) => {
    expect(koreanStems(word)).toEqual([]);
  });

  it('takes what is a noun as well for one', () => {
    expect(koreanStems('조인을')).toEqual(['조인']);
    expect(koreanStems('보고')).toEqual([]);
    expect(koreanStems('세기에')).toEqual(['세기']);
  });

  it('is the same for a word seen before', () => {
    expect(koreanStems('묶는법')).toEqual(koreanStems('묶는법'));
  });
});

describe('any Hangul run', () => {
  const runs = fc.string({
    unit: fc.constantFrom(...Array.from('세션을에서는나와요했다안걸린할때중ㅅㅏ값')),
  });

  it('gives nouns that it begins with, and verbs with a hyphen, never the word itself', () => {
    fc.assert(
      fc.property(runs, (run) => {
        for (const stem of koreanStems(run)) {
          expect(stem).not.toBe(run);
          if (!stem.endsWith('-')) expect(run.startsWith(stem)).toBe(true);
        }
      }),
    );
  });
});
