import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParticle, shortNounOf, stemKorean, verbStemOf } from '../../../src/core/text/koreanStemmer';

describe('stemKorean', () => {
  it.each([
    ['세션을', '세션'],
    ['세션이', '세션'],
    ['세션에서', '세션'],
    ['세션으로', '세션'],
    ['스레드를', '스레드'],
    ['스레드로', '스레드'],
    ['스레드와', '스레드'],
    ['서울로', '서울'],
    ['트랜잭션인가요', '트랜잭션'],
    ['데이터가', '데이터'],
    ['데이터까지', '데이터'],
    ['쿼리보다', '쿼리'],
    ['요청마다', '요청'],
    ['모델이라고', '모델'],
    ['함수라는', '함수'],
    ['세션인지', '세션'],
    ['세션입니다', '세션'],
  ])('%s → %s', (word, stem) => {
    expect(stemKorean(word)).toBe(stem);
  });

  it.each([
    ['세션에서는', '세션'],
    ['세션들이', '세션'],
    ['파이썬으로는', '파이썬'],
    ['사용자에게만', '사용자'],
    ['서버에서까지', '서버'],
    ['패키지들은', '패키지'],
  ])('takes stacked particles: %s → %s', (word, stem) => {
    expect(stemKorean(word)).toBe(stem);
  });

  it.each([
    ['사용하는', '사용'],
    ['사용했습니다', '사용'],
    ['중복되는', '중복'],
    ['이해했는데', '이해'],
    ['배포됩니다', '배포'],
    ['롤백되지', '롤백'],
    ['초기화시키는', '초기화'],
    ['커밋하나요', '커밋'],
    ['사용할까요', '사용'],
    ['업데이트됐나요', '업데이트'],
    ['처리되었습니다', '처리'],
  ])('takes 하다 and 되다 in any form: %s → %s', (word, stem) => {
    expect(stemKorean(word)).toBe(stem);
  });

  it.each(['세션', '로그인', '플러그인', '도메인', '가로', '나는', '함께', '의존성', '봇을', ''])(
    'leaves "%s" alone',
    (word) => {
      expect(stemKorean(word)).toBe(word);
    },
  );

  it('strips a particle only after the sound it fits', () => {
    expect(stemKorean('스레드을')).toBe('스레드을');
    expect(stemKorean('세션를')).toBe('세션를');
    expect(stemKorean('세션로')).toBe('세션로');
  });
});

describe('shortNounOf', () => {
  it.each([
    ['봇을', '봇'],
    ['값이', '값'],
    ['앱에서', '앱'],
    ['웹은', '웹'],
    ['키를', '키'],
    ['큐에', '큐'],
    ['탭과', '탭'],
    ['값으로', '값'],
    ['키가', '키'],
  ])('%s → %s', (word, noun) => {
    expect(shortNounOf(word)).toBe(noun);
  });

  it.each(['봇를', '키을', '봇', '가로', '세션을', '테이블', '함께', ''])('"%s" has none', (word) => {
    expect(shortNounOf(word)).toBeUndefined();
  });
});

describe('verbStemOf', () => {
  it.each([
    [['나왔는데', '나와요', '나오지', '나옵니다', '나오면'], '나오-'],
    [['만드는', '만들면', '만들까요', '만듭니다', '만들어요', '만들지'], '만드-'],
    [['걸려요', '걸리나요', '걸렸어요', '걸립니다'], '걸리-'],
    [['느려요', '느렸는데', '느립니다'], '느리-'],
    [['지워지나요', '지워졌어요', '지워집니다'], '지워지-'],
    [['붙였는데', '붙이나요', '붙입니다'], '붙이-'],
    [['끊기는', '끊겼다', '끊깁니다'], '끊기-'],
    [['만들었다', '만들었는데', '만들겠습니다'], '만드-'],
    [['닫았다', '닫아요', '닫으시나요', '닫아야', '닫아서'], '닫-'],
    [['여는', '열어요', '열었다'], '여-'],
  ])('%s meet in %s', (forms, stem) => {
    expect(forms.map(verbStemOf)).toEqual(forms.map(() => stem));
  });

  it.each([
    ['닫나요', '닫-'],
    ['닫는지', '닫-'],
    ['닫을까요', '닫-'],
    ['쓰나요', '쓰-'],
    ['쓸까요', '쓰-'],
    ['되나요', '되-'],
    ['됐나요', '되-'],
    ['끝날까요', '끝나-'],
    ['돌아가나요', '돌아가-'],
    ['높은가요', '높-'],
    ['빠른가요', '빠르-'],
    ['느린데', '느리-'],
    ['커밋하나요', '커밋하-'],
  ])('a question is a form like others: %s → %s', (word, stem) => {
    expect(verbStemOf(word)).toBe(stem);
  });

  it.each(['세션', '봇을', '테이블', '만든', '요', ''])('"%s" has no such ending', (word) => {
    expect(verbStemOf(word)).toBeUndefined();
  });
});

describe('isParticle', () => {
  it.each(['을', '를', '에서는', '으로', '들이', '입니다'])('%s is', (run) => {
    expect(isParticle(run)).toBe(true);
  });

  it.each(['세션', '세션을', '질문', '관리'])('%s is not', (run) => {
    expect(isParticle(run)).toBe(false);
  });
});

describe('any Hangul run', () => {
  const runs = fc.string({ unit: fc.constantFrom(...Array.from('세션을에서는나와요했다ㅅㅏ값')) });

  it('gives a noun that it begins with, and a verb with a hyphen', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(run.startsWith(stemKorean(run))).toBe(true);
        expect(run.startsWith(shortNounOf(run) ?? '')).toBe(true);
        expect(verbStemOf(run) ?? '가-').toMatch(/^\p{Script=Hangul}+-$/u);
      }),
    );
  });
});
