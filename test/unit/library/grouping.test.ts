import { describe, expect, it } from 'vitest';
import { groupByStatus, groupBySymbol } from '../../../src/core/library/grouping';
import type { Entry } from '../../../src/core/model';
import { entryOf } from './entries';

const titles = (entries: readonly Entry[]): string => entries.map(({ title }) => title).join(' ');

describe('groupByStatus', () => {
  it('starts with settled questions, omits empty groups, and keeps the order of entries', () => {
    const entries = [
      entryOf('a', { status: 'unanswered' }),
      entryOf('b', { status: 'answered' }),
      entryOf('c', { status: 'disputed' }),
      entryOf('d', { status: 'answered' }),
    ];
    expect(groupByStatus(entries).map(({ status, entries: own }) => [status, titles(own)])).toEqual([
      ['answered', 'b d'],
      ['disputed', 'c'],
      ['unanswered', 'a'],
    ]);
  });
});

describe('groupBySymbol', () => {
  it('puts an entry in the group of each of its symbols, once, and the largest group first', () => {
    const entries = [
      entryOf('a', { symbols: ['x.B', 'x.A', 'x.A'] }),
      entryOf('b', { symbols: ['x.A'] }),
      entryOf('c'),
      entryOf('d', { symbols: ['x.AA'] }),
    ];
    const { groups, without } = groupBySymbol(entries, ({ symbols }) =>
      [...new Set(symbols.map(({ name }) => name))].map((name) => ({
        key: name,
        label: name,
        names: [name],
      })),
    );
    expect(groups.map(({ name, entries: own }) => [name, titles(own)])).toEqual([
      ['x.A', 'a b'],
      ['x.AA', 'd'],
      ['x.B', 'a'],
    ]);
    expect(titles(without)).toBe('c');
  });
});
