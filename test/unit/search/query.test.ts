import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterText, parseQuery, wordsText } from '../../../src/core/search/query';

/** What a query says, without what it leaves unsaid. */
const said = (text: string) => {
  const { words, phrases, without, filters } = parseQuery(text);
  return {
    words,
    ...(phrases.length > 0 ? { phrases } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(filters.length > 0 ? { filters } : {}),
  };
};

describe('filters', () => {
  it('are taken out of the words', () => {
    expect(said('lazy topic:SQLAlchemy loading lang:ko')).toEqual({
      words: 'lazy loading',
      filters: [
        { name: 'topic', value: 'SQLAlchemy' },
        { name: 'lang', value: 'ko' },
      ],
    });
  });

  it('may have quoted values; an open quote closes itself', () => {
    expect(parseQuery('topic:"lazy loading" x').filters).toEqual([{ name: 'topic', value: 'lazy loading' }]);
    expect(parseQuery('topic:“lazy loading” x').filters).toEqual([{ name: 'topic', value: 'lazy loading' }]);
    expect(parseQuery('x topic:"lazy load').filters).toEqual([{ name: 'topic', value: 'lazy load' }]);
  });

  it.each(['foo:bar', 'topic:', 'http://topic:80', 'a"b', 'Session:commit', 'mytopic:x'])(
    '%s is none',
    (text) => {
      expect(said(text)).toEqual({ words: text });
    },
  );

  it('without a value are words', () => {
    expect(said('topic: ""')).toEqual({ words: 'topic:' });
    expect(said('topic:"" 세션')).toEqual({ words: 'topic:"" 세션' });
  });

  it('have names in any case and composed values', () => {
    expect(parseQuery(`Topic:${'세션'.normalize('NFD')}`).filters).toEqual([
      { name: 'topic', value: '세션' },
    ]);
  });

  it('are read back as filterText writes them', () => {
    for (const value of ['세션', 'lazy loading', 'sqlalchemy.orm.Session', 'a "b" c', '“a”']) {
      expect(parseQuery(filterText('topic', value)).filters).toEqual([
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
    expect(said(text)).toEqual(expected);
  });
});

describe('what is left out', () => {
  it.each([
    ['lazy -eager', { words: 'lazy', without: ['eager'] }],
    ['-eager -즉시', { words: '', without: ['eager', '즉시'] }],
    ['-"two words" a', { words: 'a', without: ['two words'] }],
    ['세션 -“두 말”', { words: '세션', without: ['두 말'] }],
    ['a -"two wor', { words: 'a', without: ['two wor'] }],
    ['-_private a', { words: 'a', without: ['_private'] }],
    ['-"" a', { words: 'a' }],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
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
  ])('nothing by the hyphen of %s', (text) => {
    expect(said(text)).toEqual({ words: text });
  });
});

describe('wordsText', () => {
  it.each([
    ['What does status:open mean?', 'What does status open mean?'],
    ['-Werror and --reload', 'Werror and reload'],
    ['Why is “lazy” not "eager"?', 'Why is lazy not eager ?'],
    ['status:topic:-lang:"x', 'status topic lang x'],
    ['golang:x, a:b, thread-safe, -1', 'golang:x, a:b, thread-safe, -1'],
  ])('takes the syntax out of %s', (title, expected) => {
    expect(wordsText(title)).toBe(expected);
  });
});

describe('any query', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '“', '-', ' ', 'topic:', '세션', 'a', '\n', '”', ':', 'LANG:', '\uD800'))
      .map((parts) => parts.join('')),
  );

  it('is read, none of its parts empty or decomposed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: own, words, phrases, without, filters } = parseQuery(text);
        for (const part of [own, words, ...phrases, ...without])
          expect(part).toBe(part.normalize('NFC').trim());
        for (const part of [...phrases, ...without, ...filters.map(({ value }) => value)]) {
          expect(part).not.toBe('');
        }
      }),
    );
  });

  it('for the words of a text has nothing but words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = wordsText(text).slice(0, 1000).normalize('NFC').trim();
        expect(said(wordsText(text))).toEqual({ words });
      }),
    );
  });

  it('of plain words is its words', () => {
    const plain = fc.array(fc.constantFrom('세션을', 'AsyncSession', 'thread-safe', '3.11', 'a:b', '?'));
    fc.assert(
      fc.property(plain, (words) => {
        expect(said(words.join('  '))).toEqual({ words: words.join(' ') });
      }),
    );
  });
});
