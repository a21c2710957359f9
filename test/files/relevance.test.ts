import { describe, expect, it } from 'vitest';
import { loadRelevanceQueries, shippedFiles } from '../bench/corpora';
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
});
