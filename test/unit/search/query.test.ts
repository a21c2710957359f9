import { describe, expect, it } from 'vitest';
import { filterText, parseQuery } from '../../../src/core/search/query';

describe('parseQuery', () => {
  it('takes filters out of the words', () => {
    expect(parseQuery('lazy topic:SQLAlchemy loading lang:ko')).toEqual({
      words: 'lazy loading',
      filters: [
        { name: 'topic', value: 'SQLAlchemy' },
        { name: 'lang', value: 'ko' },
      ],
    });
  });

  it('reads quoted values, and closes an open quote itself', () => {
    expect(parseQuery('topic:"lazy loading" x').filters).toEqual([{ name: 'topic', value: 'lazy loading' }]);
    expect(parseQuery('x topic:"lazy load').filters).toEqual([{ name: 'topic', value: 'lazy load' }]);
  });

  it.each(['foo:bar', 'topic:', 'topic: ""', 'http://topic:80', 'a"b'])('takes %s for words', (text) => {
    expect(parseQuery(text)).toEqual({ words: text, filters: [] });
  });

  it('ignores the case of a filter name and composes decomposed text', () => {
    expect(parseQuery(`Topic:${'세션'.normalize('NFD')}`).filters).toEqual([
      { name: 'topic', value: '세션' },
    ]);
  });

  it('reads back what filterText writes', () => {
    for (const value of ['세션', 'lazy loading', 'sqlalchemy.orm.Session', 'a "b" c']) {
      expect(parseQuery(filterText('topic', value)).filters).toEqual([
        { name: 'topic', value: value.replaceAll('"', '') },
      ]);
    }
  });
});
