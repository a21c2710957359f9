import { describe, expect, it } from 'vitest';
import { communityDocument, loadRelevanceQueries, shippedFiles } from '../bench/corpora';
import { askCommunity, askShipped, success } from '../bench/ownQueries';
import { ROOT } from './run';

describe('the relevance queries', () => {
  const queries = loadRelevanceQueries(ROOT);
  const positive = queries.filter(({ expect: ids }) => ids.length > 0);

  it('are enough, each once, half of every kind set aside', () => {
    expect(positive.length).toBeGreaterThanOrEqual(200);
    expect(queries.length - positive.length).toBeGreaterThanOrEqual(20);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    for (const kind of new Set(queries.map((query) => query.kind))) {
      const own = queries.filter((query) => query.kind === kind);
      const share = own.filter(({ half }) => half === 'test').length / own.length;
      expect(Math.abs(share - 0.5), kind).toBeLessThan(0.1);
    }
  });

  it('expect entries of the archive that ships, and every entry is asked for', () => {
    const ids = Object.values(shippedFiles(ROOT)).flatMap((text) => /^id: (\S+)$/m.exec(text)?.[1] ?? []);
    expect(new Set(positive.flatMap(({ expect: expected }) => expected))).toEqual(new Set(ids));
  });

  it('find their thread, those of the half set aside too, and nothing for sure where there is nothing', async () => {
    for (const half of ['tune', 'test'] as const) {
      const answered = await askShipped(ROOT, half);
      expect(success(answered, 1), half).toBeGreaterThanOrEqual(0.9);
      expect(success(answered, 3), half).toBeGreaterThanOrEqual(0.98);
      const claimed = answered.filter(({ query, strong }) => query.expect.length === 0 && strong > 0);
      expect(claimed.map(({ query }) => query.query)).toEqual([]);
    }
  });

  it.skipIf(communityDocument(ROOT) === undefined)(
    "find the thread in the community's own document, where it speaks of what they ask for",
    async () => {
      const answered = (await askCommunity(ROOT, 'test')) ?? [];
      const about = answered.filter(({ query }) => query.inChat === true);
      expect(about.length).toBeGreaterThan(100);
      expect(success(about, 1)).toBeGreaterThanOrEqual(0.85);
      expect(success(about, 3)).toBeGreaterThanOrEqual(0.95);
    },
  );
});
