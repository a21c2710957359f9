import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { judge, THRESHOLDS, type Judgement } from '../../../src/core/search/confidence';
import { NO_EVIDENCE, type MatchEvidence } from '../../../src/core/search/matchEvidence';
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

  it('is strong only for entries that matching returns, in their order', async () => {
    for (const query of ['세션', '세션 닫기', '요청', '커넥션 풀 크기', '얼룩말은 어떻게', '']) {
      const hits = await library.search(query, { limit: 100 });
      const strong = hits.filter(({ confidence }) => confidence === 'strong').map(({ entry }) => entry.id);
      const matching = (await library.matching(query)).map(({ id }) => id);
      expect(matching.slice(0, strong.length)).toEqual(strong);
    }
  });
});

describe('judge', () => {
  const EVERYTHING: MatchEvidence = {
    coverage: 1,
    together: 1,
    subject: 1,
    title: 1,
    guessed: 0,
    unknown: 0,
    rarity: 0.8,
  };
  type Given = MatchEvidence | 'named' | undefined;
  const judged = (...evidence: readonly Given[]): readonly Judgement[] =>
    judge(
      evidence.map((one, at) => ({
        score: 10 - at,
        isNamed: one === 'named',
        ...(one === 'named' || one === undefined ? {} : { evidence: one }),
      })),
    );
  const confidences = (...evidence: readonly Given[]): readonly string[] =>
    judged(...evidence).map(({ confidence }) => confidence);

  it('is sure of a text that matches everything, and of one that is named', () => {
    expect(confidences(EVERYTHING)).toEqual(['strong']);
    expect(judged('named')).toEqual([{ probability: 1, confidence: 'strong' }]);
    expect(confidences(NO_EVIDENCE)).toEqual(['weak']);
    expect(judged(undefined)).toEqual([{ probability: 0, confidence: 'weak' }]);
    expect(judged()).toEqual([]);
  });

  it('never rises along the ranking', () => {
    expect(confidences('named', NO_EVIDENCE, EVERYTHING)).toEqual(['strong', 'weak', 'weak']);
    const probabilities = judged(EVERYTHING, NO_EVIDENCE, EVERYTHING, undefined).map(
      ({ probability }) => probability,
    );
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });

  it('is surer of a hit that is further ahead of the next', () => {
    const ahead = (next: number) =>
      judge([
        { score: 10, isNamed: false, evidence: EVERYTHING },
        { score: next, isNamed: false },
      ])[0]?.probability ?? 0;
    expect(ahead(2)).toBeGreaterThan(ahead(8));
    expect(ahead(10)).toBe(ahead(12));
  });

  it('calls a probability strong and possible from its threshold on', () => {
    const { strong, possible } = THRESHOLDS;
    expect(possible).toBeLessThan(strong);
    const called = new Set<string>();
    for (let share = 0; share <= 1; share += 0.01) {
      const evidence = {
        ...EVERYTHING,
        coverage: share,
        together: share,
        subject: share,
        title: share,
        rarity: share,
      };
      for (const { probability, confidence } of judged(evidence)) {
        called.add(confidence);
        expect(confidence === 'strong').toBe(probability >= strong);
        expect(confidence === 'weak').toBe(probability < possible);
      }
    }
    expect(called).toEqual(new Set(['weak', 'possible', 'strong']));
  });
});
