import { describe, expect, it } from 'vitest';
import { isParticle, stemKorean } from '../../../src/core/text/korean';

describe('stemKorean', () => {
  it.each([
    ['세션을', '세션'],
    ['세션이', '세션'],
    ['세션에서', '세션'],
    ['세션에서는', '세션'],
    ['세션으로', '세션'],
    ['세션들이', '세션'],
    ['스레드를', '스레드'],
    ['스레드로', '스레드'],
    ['스레드와', '스레드'],
    ['서울로', '서울'],
    ['트랜잭션인가요', '트랜잭션'],
    ['데이터가', '데이터'],
    ['데이터까지', '데이터'],
    ['사용하는', '사용'],
    ['사용했습니다', '사용'],
    ['중복되는', '중복'],
    ['이해했는데', '이해'],
  ])('%s → %s', (word, stem) => {
    expect(stemKorean(word)).toBe(stem);
  });

  it.each(['세션', '가로', '나는', '함께', '의존성'])('leaves %s alone', (word) => {
    expect(stemKorean(word)).toBe(word);
  });

  it('strips a particle only after the sound it fits', () => {
    expect(stemKorean('스레드을')).toBe('스레드을');
    expect(stemKorean('세션를')).toBe('세션를');
  });
});

describe('isParticle', () => {
  it.each(['을', '를', '에서는', '으로'])('%s is', (run) => {
    expect(isParticle(run)).toBe(true);
  });
  it.each(['세션', '세션을', '질문'])('%s is not', (run) => {
    expect(isParticle(run)).toBe(false);
  });
});
