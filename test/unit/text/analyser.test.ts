import { describe, expect, it } from 'vitest';
import { analyse, analyseQuery } from '../../../src/core/text/analyser';
import { partsOfIdentifier } from '../../../src/core/text/identifiers';

const terms = (text: string): string[] => analyse(text).map(({ term }) => term);

describe('analyse', () => {
  it('splits scripts and drops the particle of a Latin word', () => {
    expect(terms('session을 닫는다')).toEqual(['session', '닫는다']);
    expect(terms('FastAPI에서')).toEqual(['fastapi', 'fast', 'api']);
  });

  it('keeps a Hangul word behind a Latin one that is no particle', () => {
    expect(terms('DB세션')).toEqual(['db', '세션']);
  });

  it('opens identifiers', () => {
    expect(new Set(terms('async_scoped_session'))).toEqual(
      new Set(['async_scoped_session', 'async', 'scoped', 'session', 'asyncscopedsession']),
    );
    expect(terms('sqlalchemy.orm.selectinload')).toEqual([
      'sqlalchemy.orm.selectinload',
      'sqlalchemy',
      'orm',
      'selectinload',
    ]);
  });

  it('folds case and width', () => {
    expect(terms('ＡＰＩ')).toContain('api');
  });

  it('gives the offsets of the word a term is a form of', () => {
    const text = '새 scoped_session을 세션에서';
    for (const { start, end, kind, term } of analyse(text)) {
      if (kind === 'word') expect(text.slice(start, end).toLowerCase()).toBe(term);
    }
    expect(analyse(text).find(({ term }) => term === '세션')).toMatchObject({
      start: 18,
      end: 22,
      kind: 'stem',
    });
  });

  it('ends a sentence without swallowing its full stop', () => {
    expect(terms('Use a session. Then')).toEqual(['use', 'a', 'session', 'then']);
  });
});

describe('partsOfIdentifier', () => {
  it.each([
    ['AsyncHTTPClient', ['async', 'http', 'client']],
    ['getUserByID', ['get', 'user', 'by', 'id']],
    ['session', []],
    ['_private_name', ['private', 'name', 'privatename']],
  ])('%s', (identifier, parts) => {
    expect(partsOfIdentifier(identifier)).toEqual(parts);
  });
});

describe('analyseQuery', () => {
  it('groups the forms of one word, in NFC', () => {
    const words = analyseQuery('세션을 공유'.normalize('NFD'));
    expect(words).toEqual([
      {
        text: '세션을',
        forms: [
          { term: '세션을', kind: 'word' },
          { term: '세션', kind: 'stem' },
        ],
      },
      { text: '공유', forms: [{ term: '공유', kind: 'word' }] },
    ]);
  });

  it('finds no word in punctuation', () => {
    expect(analyseQuery(' ?! ')).toEqual([]);
  });
});
