import { describe, expect, it } from 'vitest';
import {
  formatFilter,
  matchesFilters,
  normaliseFilterValue,
  type FilterName,
  type FilterNames,
} from '../../../src/core/search/filters';
import type { Entry, Variant } from '../../../src/core/model';

const translation = { language: 'en-GB', topics: ['Lazy "Loading"'] } as unknown as Variant;
const entry = {
  archive: 'room',
  status: 'disputed',
  language: 'ko',
  topics: ['지연 로딩'],
  translations: [translation],
} as unknown as Entry;
const names: FilterNames = {
  symbols: {
    namesOf: () => ['sqlalchemy.orm.Session'],
    canonical: (name) => (name === 'sa.Session' ? 'sqlalchemy.orm.Session' : name),
  },
  archive: (id) => [id, '우리 방'],
};
const matches = (...filters: readonly (readonly [FilterName, string])[]): boolean =>
  matchesFilters(
    filters.map(([name, value]) => ({ name, value })),
    entry,
    translation,
    names,
  );

describe('matchesFilters', () => {
  it.each([
    ['topic', '지연 로딩'],
    ['topic', 'lazy loading'],
    ['topic', '지연 로딩'.normalize('NFD')],
    ['symbol', 'sqlalchemy.orm.Session'],
    ['symbol', 'orm.session'],
    ['symbol', 'sa.Session'],
    ['status', 'Disputed'],
    ['archive', 'room'],
    ['archive', '우리 방'],
    ['lang', 'en-gb'],
    ['lang', 'en'],
  ] as const)('accepts %s:%s', (name, value) => {
    expect(matches([name, value])).toBe(true);
  });

  it.each([
    ['topic', 'loading'],
    ['symbol', 'ession'],
    ['symbol', 'sqlalchemy.orm'],
    ['status', 'answered'],
    ['archive', 'roo'],
    ['archive', '방'],
    ['lang', 'ko'],
    ['lang', 'gb'],
  ] as const)('rejects %s:%s', (name, value) => {
    expect(matches([name, value])).toBe(false);
  });

  it('takes filters of one name as alternatives, and requires all names', () => {
    expect(matches()).toBe(true);
    expect(matches(['lang', 'ko'], ['lang', 'en'])).toBe(true);
    expect(matches(['lang', 'en'], ['status', 'disputed'])).toBe(true);
    expect(matches(['lang', 'en'], ['status', 'answered'])).toBe(false);
  });

  it('matches the last parts of a name for symbols only', () => {
    const dotted = { ...entry, topics: ['a.b', 'sqlalchemy.orm.Session'] };
    expect(matchesFilters([{ name: 'topic', value: 'sa.Session' }], dotted, translation, names)).toBe(false);
    expect(matchesFilters([{ name: 'topic', value: 'b' }], dotted, translation, names)).toBe(false);
  });
});

describe('formatFilter', () => {
  it.each([
    ['DB', 'topic:DB'],
    ['lazy loading', 'topic:"lazy loading"'],
    ['a\tb', 'topic:"a\tb"'],
    ['a"b', 'topic:"ab"'],
    ['“a”', 'topic:"a"'],
  ])('writes %s as %s', (value, text) => {
    expect(formatFilter('topic', value)).toBe(text);
  });
});

describe('normaliseFilterValue', () => {
  it('composes, lowers the case and removes quotes', () => {
    expect(normaliseFilterValue(`“A” "${'가'.normalize('NFD')}"`)).toBe('a 가');
  });
});
