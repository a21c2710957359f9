import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { searchWithErrors } from '../../src/core/tracebacks/searchErrors';
import { shippedFiles, type RelevanceQuery } from '../bench/corpora';
import { sourceOf } from '../bench/engines';
import { ROOT } from './run';

const KINDS = ['long', 'code', 'traceback'] as const;
const queries = readFileSync(join(ROOT, 'test', 'relevance', 'pasted.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as RelevanceQuery);

describe('pasted queries', () => {
  let library: Library;
  beforeAll(async () => {
    const files = new Map(Object.entries(shippedFiles(ROOT)));
    library = await openLibrary([sourceOf(files, 'fastapi-user-group')], {
      createIndex: createInvertedIndex,
    });
  });

  it('are enough, each once, half of every kind set aside', () => {
    expect(queries.length).toBeGreaterThanOrEqual(30);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    expect([...new Set(queries.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
    for (const kind of KINDS) {
      const own = queries.filter((query) => query.kind === kind);
      expect(own.filter(({ half }) => half === 'test').length, kind).toBe(own.length / 2);
    }
  });

  it.each([
    // Share of the queries whose thread is the first hit: of the half that was tuned on, and of the one set aside.
    { kind: 'long', tune: 0.83, test: 0.8 },
    { kind: 'code', tune: 1, test: 0.75 },
    { kind: 'traceback', tune: 1, test: 1 },
  ] as const)('find their thread: $kind', async ({ kind, ...floors }) => {
    for (const half of ['tune', 'test'] as const) {
      const asked = queries.filter((query) => query.kind === kind && query.half === half);
      const positive = asked.filter(({ expect: ids }) => ids.length > 0);
      let first = 0;
      for (const { query, expect: ids } of positive) {
        const [hit] = await searchWithErrors(library, query);
        if (ids.includes(hit?.entry.id.replace(/^.*\//, '') ?? '')) first += 1;
      }
      expect(first / positive.length, half).toBeGreaterThanOrEqual(floors[half]);
    }
  });
});
