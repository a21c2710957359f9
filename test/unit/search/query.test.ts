import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFilter } from '../../../src/core/search/filters';
import { parseQuery, placedFilters, toPlainQuery } from '../../../src/core/search/query';

/** A parsed query without its empty properties. */
const parsed = (text: string) => {
  const { words, phrases, excluded, filters } = parseQuery(text);
  return {
    words,
    ...(phrases.length > 0 ? { phrases } : {}),
    ...(excluded.length > 0 ? { excluded } : {}),
    ...(filters.length > 0 ? { filters } : {}),
  };
};

describe('filters', () => {
  it('are removed from the words', () => {
    expect(parsed('lazy topic:SQLAlchemy loading lang:ko')).toEqual({
      words: 'lazy loading',
      filters: [
        { name: 'topic', value: 'SQLAlchemy' },
        { name: 'lang', value: 'ko' },
      ],
    });
  });

  it('may have quoted values, also with an open quote', () => {
    expect(parseQuery('topic:"lazy loading" x').filters).toEqual([{ name: 'topic', value: 'lazy loading' }]);
    expect(parseQuery('topic:“lazy loading” x').filters).toEqual([{ name: 'topic', value: 'lazy loading' }]);
    expect(parseQuery('x topic:"lazy load').filters).toEqual([{ name: 'topic', value: 'lazy load' }]);
  });

  it.each(['foo:bar', 'topic:', 'http://topic:80', 'a"b', 'Session:commit', 'mytopic:x'])(
    'do not include %s',
    (text) => {
      expect(parsed(text)).toEqual({ words: text });
    },
  );

  it('are words when they have no value', () => {
    expect(parsed('topic: ""')).toEqual({ words: 'topic:' });
    expect(parsed('topic:"" 세션')).toEqual({ words: 'topic:"" 세션' });
  });

  it('are recognised in any case, with composed values', () => {
    expect(parseQuery(`Topic:${'세션'.normalize('NFD')}`).filters).toEqual([
      { name: 'topic', value: '세션' },
    ]);
  });

  it('are parsed as formatFilter writes them', () => {
    for (const value of ['세션', 'lazy loading', 'sqlalchemy.orm.Session', 'a "b" c', '“a”']) {
      expect(parseQuery(formatFilter('topic', value)).filters).toEqual([
        { name: 'topic', value: value.replace(/["“”]/g, '') },
      ]);
    }
  });
});

describe('phrases', () => {
  it.each([
    ['"lazy loading" x', { words: 'lazy loading x', phrases: ['lazy loading'] }],
    ['“lazy loading” x', { words: 'lazy loading x', phrases: ['lazy loading'] }],
    ['“lazy loading" x', { words: 'lazy loading x', phrases: ['lazy loading'] }],
    ['세션 "지연 로딩', { words: '세션 지연 로딩', phrases: ['지연 로딩'] }],
    ['"a" "b"', { words: 'a b', phrases: ['a', 'b'] }],
    ['"topic:x"', { words: 'topic:x', phrases: ['topic:x'] }],
    ['" 세션 "', { words: '세션', phrases: ['세션'] }],
    ['"" 세션', { words: '세션' }],
    ['5"disk', { words: '5"disk' }],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });
});

describe('excluded words', () => {
  it.each([
    ['lazy -eager', { words: 'lazy', excluded: ['eager'] }],
    ['-eager -즉시', { words: '', excluded: ['eager', '즉시'] }],
    ['-"two words" a', { words: 'a', excluded: ['two words'] }],
    ['세션 -“두 말”', { words: '세션', excluded: ['두 말'] }],
    ['a -"two wor', { words: 'a', excluded: ['two wor'] }],
    ['-_private a', { words: 'a', excluded: ['_private'] }],
    ['-"" a', { words: 'a' }],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it.each([
    'thread-safe',
    'well-known 세션-풀',
    '-5',
    'x -1.4',
    '--reload',
    '-',
    '- x',
    'a - b',
    '->',
    'a-"b c',
  ])('are not marked by the hyphen of %s', (text) => {
    expect(parsed(text)).toEqual({ words: text });
  });
});

describe('toPlainQuery', () => {
  it.each([
    ['What does status:open mean?', 'What does status open mean?'],
    ['-Werror and --reload', 'Werror and reload'],
    ['Why is “lazy” not "eager"?', 'Why is lazy not eager ?'],
    ['status:topic:-lang:"x', 'status topic lang x'],
    ['golang:x, a:b, thread-safe, -1', 'golang:x, a:b, thread-safe, -1'],
    ['"lazy" ', 'lazy'],
  ])('removes the operators of %s', (title, expected) => {
    expect(toPlainQuery(title)).toBe(expected);
  });
});

describe('the text of a query', () => {
  it('is composed and trimmed', () => {
    expect(parseQuery(` ${'세션'.normalize('NFD')} -x `).text).toBe('세션 -x');
  });

  it('is read up to about 20,000 words', () => {
    const { words } = parseQuery('word '.repeat(40_000));
    expect(words.split(' ').length).toBeGreaterThan(20_000);
    expect(words.length).toBeLessThan(140_000);
  });
});

describe('pasted text', () => {
  const traceback = `Traceback (most recent call last):
  File "/srv/app.py", line 3, in <module>
    run(-x, lang:ko)
psycopg.errors.UndefinedTable: relation "books" does not exist`;

  it.each([
    ['output', traceback],
    ['output on one line', traceback.replaceAll('\n', ' ')],
    ['a line of a log', '2026-01-02 10:11:12 WARN "GET /x" -v lang:ko'],
    ['code', 'session = Session() x = get("lazy loading", -y) lang:ko'],
    ['code of several lines', 'import os\nprint("a b", -x)\n'],
    ['a long question', `${'word '.repeat(80)} "two words" -x topic:a`],
  ])('has no operators of its own: %s', (_, text) => {
    expect(parseQuery(text)).toMatchObject({ phrases: [], excluded: [], filters: [], isPasted: true });
    expect(placedFilters(text)).toEqual([]);
  });

  it('may have filters in front of it', () => {
    const query = parseQuery(`topic:a lang:"ko" ${traceback} status:x`);
    expect(query.filters).toEqual([
      { name: 'topic', value: 'a' },
      { name: 'lang', value: 'ko' },
    ]);
    expect(placedFilters(`topic:a ${traceback} status:x`)).toEqual([
      { name: 'topic', value: 'a', start: 0, end: 7 },
    ]);
  });

  it('has no words for the files and lines of its frames', () => {
    expect(parseQuery(traceback).words).toBe(
      'run(-x, lang:ko) psycopg.errors.UndefinedTable: relation "books" does not exist',
    );
  });

  it.each([
    '"lazy loading" -x',
    'topic:a session.execute(stmt)',
    'Depends(get_db) 왜 "느린가요"',
    'KeyError',
    '\n세션 ',
  ])('is not what is typed: %s', (text) => {
    expect(parseQuery(text).isPasted).toBe(false);
  });

  it('has the names of its code', () => {
    expect(parseQuery('why\n\nrows = load(1)\nfor row in rows: show(row)').code.own).toEqual(
      new Set(['rows', 'row']),
    );
  });
});

describe('any query', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '“', '-', ' ', 'topic:', '세션', 'a', '\n', '”', ':', 'LANG:', '\uD800'))
      .map((parts) => parts.join('')),
  );

  it('is parsed into parts that are neither empty nor decomposed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: own, words, phrases, excluded, filters } = parseQuery(text);
        for (const part of [own, words, ...phrases, ...excluded])
          expect(part).toBe(part.normalize('NFC').trim());
        for (const part of [...phrases, ...excluded, ...filters.map(({ value }) => value)]) {
          expect(part).not.toBe('');
        }
      }),
    );
  });

  it('that toPlainQuery returns consists of words only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = toPlainQuery(text).normalize('NFC').trim();
        expect(parsed(toPlainQuery(text))).toEqual({ words });
      }),
    );
  });

  it('of plain words has these words', () => {
    const plain = fc.array(fc.constantFrom('세션을', 'AsyncSession', 'thread-safe', '3.11', 'a:b', '?'));
    fc.assert(
      fc.property(plain, (words) => {
        expect(parsed(words.join('  '))).toEqual({ words: words.join(' ') });
      }),
    );
  });
});
