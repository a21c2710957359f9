import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { confidencesOf } from '../../../src/core/search/confidence';
import { openShelf } from './shelf';

describe('confidence', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openShelf({
      session: { title: '세션은 언제 닫나요?', answer: '요청이 끝날 때 세션을 닫습니다.' },
      pool: { title: '커넥션 풀 크기는 어떻게 정하나요?', answer: '동시 요청 수로 정합니다.' },
      migration: { title: 'How do I run a migration?', answer: 'With Alembic.' },
      cors: { title: 'CORS 오류가 나요', answer: '미들웨어를 추가하세요.' },
    });
  });
  const idsWithConfidence = async (query: string) =>
    (await library.search(query)).map(({ entry, confidence }) => `${entry.id.slice(5)} ${confidence}`);

  it.each([
    ['세션 닫기', 'session'],
    ['session', 'session'],
    ['커넥션 풀을 어떻게 정하나요', 'pool'],
    ['CORS 에러', 'cors'],
    ['run migrations', 'migration'],
    ['마이그레이션', 'migration'],
  ])('is strong for a hit about %s', async (query, id) => {
    expect((await idsWithConfidence(query))[0]).toBe(`${id} strong`);
  });

  it('is weak for a hit that shares only stop words', async () => {
    const hits = await idsWithConfidence('얼룩말은 언제 어떻게 우나요');
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.filter((hit) => hit.endsWith('strong'))).toEqual([]);
  });

  it.each([
    '김치찌개 맛있게 끓이는 방법',
    'how do I cook rice',
    '제주도 여행 어떻게 가나요',
    'kubernetes pod eviction',
    'best pizza recipe',
  ])('is strong for no hit of an unrelated query: %s', async (query) => {
    expect((await idsWithConfidence(query)).filter((hit) => hit.endsWith('strong'))).toEqual([]);
  });

  it('is strong for a title, even one of stop words only', async () => {
    const shelf = await openShelf({ how: { title: '어떻게 하나요', answer: 'x' }, other: '어떻게 할까' });
    expect((await shelf.search('어떻게 하나요'))[0]).toMatchObject({
      confidence: 'strong',
      entry: { id: 'room/how' },
    });
  });

  it('never rises along the hits', async () => {
    for (const query of ['세션 풀 오류', '요청 끝날 때', 'CORS 세션 커넥션', 'migration 언제']) {
      const levels = (await library.search(query)).map(({ confidence }) => confidence);
      expect(levels).toEqual([...levels].sort());
    }
  });

  it('selects the entries that matching returns, in their order', async () => {
    for (const query of ['세션', '세션 닫기', '요청', '커넥션 풀 크기', '얼룩말은 어떻게', '']) {
      const hits = await library.search(query, { limit: 100 });
      const strong = hits.filter(({ confidence }) => confidence === 'strong').map(({ entry }) => entry.id);
      expect((await library.matching(query)).map(({ id }) => id)).toEqual(strong);
    }
  });
});

describe('confidencesOf', () => {
  const confidences = (...coverages: readonly (number | 'title')[]) =>
    confidencesOf(
      coverages.map((coverage) => ({
        isTitleMatch: coverage === 'title',
        coverage: coverage === 'title' ? 0 : coverage,
      })),
    );

  it('is strong from 52 % of the query on', () => {
    expect(confidences(0.52)).toEqual(['strong']);
    expect(confidences(0.519)).toEqual(['weak']);
  });

  it('is strong for everything above a strong hit, and weak below the last one', () => {
    expect(confidences(0.1, 0.9, 0.2, 0.6, 0.5)).toEqual(['strong', 'strong', 'strong', 'strong', 'weak']);
    expect(confidences(0.1, 'title', 0.2)).toEqual(['strong', 'strong', 'weak']);
    expect(confidences(0.1, 0.2)).toEqual(['weak', 'weak']);
    expect(confidences()).toEqual([]);
  });
});
