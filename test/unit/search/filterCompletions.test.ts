import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';
import { openShelf } from './shelf';

describe('completions of a filter', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openShelf({
      a: { front: 'topics: [Lazy Loading, DB]\nsymbols: [sqlalchemy.orm.Session]\n' },
      b: { front: 'topics: [DB]\nstatus: disputed\nsymbols: [fastapi.Depends]\n' },
    });
  });
  const queries = (query: string) => library.completions(query, 'en').map((completion) => completion.query);

  it('are the values of the entries, the most frequent first, in query syntax', () => {
    expect(queries('세션 topic:')).toEqual(['세션 topic:DB ', '세션 topic:"Lazy Loading" ']);
    expect(library.completions('topic:', 'en').map(({ count }) => count)).toEqual([2, 1]);
  });

  it('contain what is typed, in any case, quoted or not', () => {
    expect(queries('TOPIC:load')).toEqual(['topic:"Lazy Loading" ']);
    expect(queries('topic:"lazy lo')).toEqual(['topic:"Lazy Loading" ']);
    expect(queries('symbol:sess')).toEqual(['symbol:sqlalchemy.orm.Session ']);
    expect(queries('status:disp')).toEqual(['status:disputed ']);
    expect(queries('archive:')).toEqual(['archive:room ']);
    expect(queries('lang:e')).toEqual(['lang:en ']);
    expect(queries('topic:nothing')).toEqual([]);
  });

  it('are symbols whose name or path begins with what is typed; others only without any', async () => {
    const names = await openShelf({
      a: { front: 'symbols: [sqlalchemy.ext.asyncio.AsyncSession, fastapi.FastAPI]\n' },
      b: { front: 'symbols: [fastapi.FastAPI]\n' },
    });
    const offered = (query: string) => names.completions(query, 'en').map(({ value }) => value);
    expect(offered('symbol:As')).toEqual(['sqlalchemy.ext.asyncio.AsyncSession']);
    expect(offered('symbol:SQLAlchemy.ext.as')).toEqual(['sqlalchemy.ext.asyncio.AsyncSession']);
    expect(offered('symbol:stapi')).toEqual(['fastapi.FastAPI']);
    expect(offered('symbol:fast')).toEqual(['fastapi.FastAPI']);
  });

  it('begin with what is typed first, then have a word that does, then contain it', async () => {
    const topics = await openShelf({
      a: { front: 'topics: [overload, lazy loading]\n' },
      b: { front: 'topics: [overload, lazy loading]\n' },
      c: { front: 'topics: [overload, loads]\n' },
    });
    expect(topics.completions('topic:load', 'en').map(({ value, count }) => [value, count])).toEqual([
      ['loads', 1],
      ['lazy loading', 2],
      ['overload', 3],
    ]);
  });

  it('are titles of archives in the language of the reader, found by any of their names', async () => {
    const manifest = { id: 'room', title: '우리 방', titles: { en: 'Our "Room"' } };
    const files = {
      'archive.json': JSON.stringify(manifest),
      'a.md': '# A\n\n> x\n',
      'b.md': '# B\n\n> x\n',
    };
    const rooms = await openLibrary(
      [memorySource(files), memorySource({ 'c.md': '# C\n\n> x\n' }, { name: 'other' })],
      { createIndex: createInvertedIndex },
    );
    const offered = (query: string, language: string) =>
      rooms.completions(query, language).map((completion) => completion.query);
    expect(offered('archive:', 'en')).toEqual(['archive:"Our Room" ', 'archive:other ']);
    expect(offered('archive:', 'ko-KR')).toEqual(['archive:"우리 방" ', 'archive:other ']);
    expect(offered('archive:roo', 'ko')).toEqual(['archive:"우리 방" ']);
    expect(offered('archive:"우리', 'en')).toEqual(['archive:"Our Room" ']);
    expect(offered('archive:room', 'en')).toEqual([]);
    expect(offered('archive:"our room', 'ko')).toEqual([]);
    expect(await rooms.search(offered('archive:', 'en')[0] ?? '')).toHaveLength(2);
  });

  it('are empty where the value is complete', () => {
    expect(queries('topic:db')).toEqual([]);
    expect(queries('topic:"lazy loading')).toEqual([]);
    expect(queries('status:answered ')).toEqual([]);
  });

  it('are empty where the query does not end with a filter', () => {
    expect(queries('topic:DB 세션')).toEqual([]);
    expect(queries('topic')).toEqual([]);
    expect(queries('')).toEqual([]);
  });
});
