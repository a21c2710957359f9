import { describe, expect, it } from 'vitest';
import { hangulOf } from '../../../src/core/search/romanisation';

describe('hangulOf', () => {
  it.each([
    ['sesyeon', '세션'],
    ['seuredeu', '스레드'],
    ['teuraenjaegsyeon', '트랜잭션'],
    ['teuraenjaeksyeon', '트랜잭션'],
    ['yocheong', '요청'],
    ['keolleom', '컬럼'],
    ['jeopgeun', '접근'],
    ['kkaeji', '깨지'],
  ])('%s is %s', (latin, hangul) => {
    expect(hangulOf(latin)).toBe(hangul);
  });

  it.each(['async', 'celery', 'lambda', 'http', 'go', 'aaaa'.repeat(11), '세션', ''])(
    '"%s" is no Korean',
    (word) => {
      expect(hangulOf(word)).toBeUndefined();
    },
  );
});
