import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  HALVES,
  judgeErrors,
  loadErrors,
  openErrorLibrary,
  scoresOfErrors,
  type JudgedError,
} from '../bench/errors';
import type { Library } from '../../src/core/library/library';
import { ROOT } from './run';

/** Shares of the answered errors, and how many of the unanswered may have a strong entry. */
const FLOORS = {
  tune: { found: 0.98, first: 0.96, claimed: 0 },
  held: { found: 0.93, first: 0.91, claimed: 0 },
};

describe('the judged errors', () => {
  const cases = loadErrors(ROOT);
  let library: Library;
  let judged: readonly JudgedError[];

  beforeAll(async () => {
    library = await openErrorLibrary(ROOT);
    judged = await judgeErrors(ROOT, library);
  });

  it('are enough, each once, many without an answer, half set aside', () => {
    expect(cases.filter(({ wants }) => wants.length > 0).length).toBeGreaterThanOrEqual(75);
    expect(cases.filter(({ wants }) => wants.length === 0).length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const held = cases.filter(({ half }) => half === 'held').length;
    expect(Math.abs(held / cases.length - 0.5)).toBeLessThan(0.05);
  });

  it.each(HALVES)('lie each in the folder of its half: %s', (half) => {
    const folder = join(ROOT, 'test', 'relevance', 'errors', half);
    const ids = cases.filter((one) => one.half === half).map(({ id }) => id);
    expect(readdirSync(folder).length).toBe(ids.length);
  });

  it('want existing entries only', () => {
    const ids = new Set<string>(library.entries().map(({ id }) => id));
    const named = cases.flatMap(({ wants, accepts = [] }) => [...wants, ...accepts]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(library.problems).toEqual([]);
  });

  it.each(HALVES)('find the entry that answers, and claim no other: %s', (half) => {
    const { answered, found, first, claimed } = scoresOfErrors(
      judged.filter((one) => one.case.half === half),
    );
    expect(found / answered, 'right entry strong').toBeGreaterThanOrEqual(FLOORS[half].found);
    expect(first / answered, 'right entry first').toBeGreaterThanOrEqual(FLOORS[half].first);
    expect(claimed, 'claimed where nothing answers').toBeLessThanOrEqual(FLOORS[half].claimed);
  });
});
