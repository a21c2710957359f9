import { describe, expect, it } from 'vitest';
import { hasDates, sortEntries } from '../../../src/core/library/sorting';
import type { Entry } from '../../../src/core/model';
import { entryOf } from './entries';

const titles = (entries: readonly Entry[]): readonly string[] => entries.map(({ title }) => title);

describe('sortEntries', () => {
  it("keeps the archive's order", async () => {
    const entries = ['b', 'a', 'c'].map((title) => entryOf(title));
    expect(titles(await sortEntries(entries, 'archive', 'en'))).toEqual(['b', 'a', 'c']);
  });

  it('puts the newest first and undated entries last, in their original order', async () => {
    const dates = {
      a: '2021',
      b: undefined,
      c: '2023-05-02',
      d: '2023-05',
      e: undefined,
      f: '2023',
      g: '2021',
    };
    const entries = Object.entries(dates).map(([title, date]) =>
      entryOf(title, date === undefined ? {} : { date }),
    );
    expect(titles(await sortEntries(entries, 'newest', 'en'))).toEqual(['c', 'd', 'f', 'a', 'g', 'b', 'e']);
  });

  it("sorts titles by the reader's language: Korean readers find Hangul first, English readers the alphabet", async () => {
    const entries = ['session', 'Async', '하위 쿼리', '가상 환경', 'alembic', '나'].map((title) =>
      entryOf(title),
    );
    expect(titles(await sortEntries(entries, 'title', 'ko'))).toEqual([
      ...['가상 환경', '나', '하위 쿼리'],
      ...['alembic', 'Async', 'session'],
    ]);
    expect(titles(await sortEntries(entries, 'title', 'en'))).toEqual([
      ...['alembic', 'Async', 'session'],
      ...['가상 환경', '나', '하위 쿼리'],
    ]);
  });

  it('sorts by the short title, which lists show', async () => {
    const entries = [entryOf('a', { title: 'A', shortTitle: 'Z' }), entryOf('m')];
    expect(titles(await sortEntries(entries, 'title', 'en'))).toEqual(['m', 'A']);
  });

  it('compares numbers by value, also for an invalid language tag', async () => {
    const entries = ['Part 10', 'Part 9'].map((title) => entryOf(title));
    expect(titles(await sortEntries(entries, 'title', 'no language'))).toEqual(['Part 9', 'Part 10']);
  });

  it('sorts thousands of entries stably, yielding in between', async () => {
    const entries = Array.from({ length: 2_345 }, (_, at) =>
      entryOf(String(at), { title: `T${String((at * 7919) % 500)}` }),
    );
    let yields = 0;
    const maybeYield = (): Promise<void> => {
      yields += 1;
      return Promise.resolve();
    };
    const { compare } = new Intl.Collator('en', { numeric: true });
    const expected = [...entries].sort((a, b) => compare(a.title, b.title));
    expect(await sortEntries(entries, 'title', 'en', maybeYield)).toEqual(expected);
    expect(yields).toBeGreaterThan(20);
    expect(await sortEntries([], 'title', 'en')).toEqual([]);
  });
});

describe('hasDates', () => {
  it('is true where some entry has a date', () => {
    expect(hasDates([entryOf('a'), entryOf('b', { date: '2024' })])).toBe(true);
    expect(hasDates([entryOf('a')])).toBe(false);
  });
});
