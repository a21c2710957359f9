import { describe, expect, it } from 'vitest';
import { isParticle, shortNounOf, withoutParticles } from '../../../../src/core/text/korean/particles';

describe('withoutParticles', () => {
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
  ])('%s → %s', (word, noun) => {
    expect(withoutParticles(word)).toBe(noun);
  });

  it.each([
    ['스키마란', '스키마'],
    ['토큰이란', '토큰'],
    ['동기라서', '동기'],
    ['싱글톤이라서', '싱글톤'],
    ['로컬이니까', '로컬'],
    ['버그예요', '버그'],
    ['타입이에요', '타입'],
    ['캐시문제인듯', '캐시문제'],
    ['테스트일때', '테스트'],
    ['락때문에', '락때문에'],
    ['지연때문에', '지연'],
    ['도커없이', '도커'],
    ['배포중에', '배포'],
    ['배포중인데', '배포'],
    ['필터랑', '필터'],
    ['튜플말고', '튜플'],
  ])('takes the copula and what is typed without a space: %s → %s', (word, noun) => {
    expect(withoutParticles(word)).toBe(noun);
  });

  it.each([
    ['세션에서는', '세션'],
    ['세션들이', '세션'],
    ['파이썬으로는', '파이썬'],
    ['사용자에게만', '사용자'],
    ['서버에서까지', '서버'],
    ['패키지들은', '패키지'],
  ])('takes stacked particles: %s → %s', (word, noun) => {
    expect(withoutParticles(word)).toBe(noun);
  });

  it.each([
    '세션',
    '로그인',
    '플러그인',
    '도메인',
    '가로',
    '나는',
    '함께',
    '의존성',
    '봇을',
    '성능평가',
    '초기화면',
    '카메라',
    '',
  ])('leaves "%s" alone', (word) => {
    expect(withoutParticles(word)).toBe(word);
  });

  it('takes a particle only after the sound it fits', () => {
    expect(withoutParticles('스레드을')).toBe('스레드을');
    expect(withoutParticles('세션를')).toBe('세션를');
    expect(withoutParticles('세션로')).toBe('세션로');
    expect(withoutParticles('세션란')).toBe('세션란');
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
    ['락이란', '락'],
    ['락때문에', '락'],
  ])('%s → %s', (word, noun) => {
    expect(shortNounOf(word)).toBe(noun);
  });

  it.each(['봇를', '키을', '봇', '가로', '세션을', '테이블', '함께', ''])('"%s" has none', (word) => {
    expect(shortNounOf(word)).toBeUndefined();
  });
});

describe('isParticle', () => {
  it.each(['을', '를', '에서는', '으로', '들이', '입니다', '란', '이란', '라서', '때문에'])(
    '%s is',
    (run) => {
      expect(isParticle(run)).toBe(true);
    },
  );

  it.each(['세션', '세션을', '질문', '관리'])('%s is not', (run) => {
    expect(isParticle(run)).toBe(false);
  });
});
