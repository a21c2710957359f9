import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openShelf } from './shelf';

describe('unknown filters', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openShelf({
      a: { answer: 'x', front: 'topics: [Lazy Loading, DB]\nsymbols: [sqlalchemy.orm.Session]\n' },
      b: { front: 'topics: [DB]\nstatus: disputed\nsymbols: [fastapi.Depends]\n' },
    });
  });
  const unknown = (query: string) =>
    library.unknownFilters(query, 'en').map(({ name, value, values }) => ({
      filter: `${name}:${value}`,
      values: values.map((known) => known.value),
    }));

  it('are named with the values there are, the most frequent first', () => {
    expect(unknown('session status:foo')).toEqual([
      { filter: 'status:foo', values: ['answered', 'disputed'] },
    ]);
    expect(unknown('topic:"no such"')).toEqual([{ filter: 'topic:no such', values: ['DB', 'Lazy Loading'] }]);
    expect(unknown('archive:x lang:xx').map(({ filter, values }) => [filter, values])).toEqual([
      ['archive:x', ['room']],
      ['lang:xx', ['en']],
    ]);
  });

  it('have similar values first', () => {
    expect(unknown('topic:lazyloading')[0]?.values).toEqual(['Lazy Loading', 'DB']);
    expect(unknown('symbol:Depend')[0]?.values).toEqual(['fastapi.Depends', 'sqlalchemy.orm.Session']);
  });

  it('come with the query corrected in place', () => {
    const [filter] = library.unknownFilters('a topic:"no such" b', 'en');
    expect(filter?.values.map(({ query }) => query)).toEqual(['a topic:DB b ', 'a topic:"Lazy Loading" b ']);
  });

  it('are none where entries have the value, in any case and by any name', () => {
    for (const query of ['topic:db', 'symbol:session', 'STATUS:Answered', 'lang:en', 'archive:room', 'a b']) {
      expect(unknown(query), query).toEqual([]);
    }
  });
});
