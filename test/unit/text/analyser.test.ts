import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type TokenKind } from '../../../src/core/text/analyser';

/** Terms of the tokens of some kinds, without synonym sets: the glossary has its own test. */
const tokens = (text: string, ...kinds: readonly TokenKind[]): string[] =>
  analyse(text)
    .tokens.filter(({ term, kind }) => kinds.includes(kind) && !term.startsWith('='))
    .map(({ term }) => term);

describe('analyse', () => {
  it('yields each word as written, folded', () => {
    expect(tokens('FastAPI에서 session을 닫는다', 'word')).toEqual(['fastapi', 'session', '닫는다']);
  });

  it('yields the stems of a word', () => {
    expect(tokens('세션을 사용하는 dependencies', 'stem')).toEqual(['세션', '사용', '사용하-', 'depend']);
  });

  it('yields the names and the parts of an identifier', () => {
    expect(tokens('sqlalchemy.orm.scoped_session', 'name')).toEqual(['scoped_session', 'scopedsession']);
    expect(tokens('sqlalchemy.orm.scoped_session', 'part')).toEqual([
      'sqlalchemy',
      'orm',
      'scoped',
      'session',
    ]);
    expect(tokens('AsyncSession', 'name', 'part')).toEqual(['async', 'session']);
  });

  it('yields the bigrams of Hangul nouns, without their particles', () => {
    expect(tokens('트랜잭션을', 'bigram')).toEqual(['~트랜', '~랜잭', '~잭션']);
    expect(tokens('세션', 'bigram')).toEqual(['~세션']);
    expect(tokens('봇을 session', 'bigram')).toEqual([]);
    expect(tokens('값', 'bigram')).toEqual([]);
  });

  it('counts positions in words, whatever separates them', () => {
    const { words, tokens: all } = analyse('새 scoped_session을, 세션에서!');
    expect(words).toHaveLength(3);
    expect(all.find(({ term }) => term === '세션')).toMatchObject({ kind: 'stem', position: 2, length: 1 });
    expect(all.filter(({ position }) => position === 1).length).toBeGreaterThan(1);
  });

  it('returns the offsets of each word', () => {
    const text = '새 scoped_session을 세션에서';
    const { words, tokens: all } = analyse(text);
    for (const { kind, term, position } of all) {
      if (kind === 'word')
        expect(text.slice(words[position]?.start, words[position]?.end).toLowerCase()).toBe(term);
    }
    expect(words[2]).toMatchObject({ start: 18, end: 22 });
  });

  it.each(['', ' ?! ', '👍🏽', '\uD800', '“…”'])('yields no tokens for "%s"', (text) => {
    expect(analyse(text)).toEqual({ words: [], tokens: [] });
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('세션을', 'AsyncSession', '커넥션 풀', '나왔는데', 'café', 'ㅅㅅ', '\uDC00', '_.'),
      )
      .map((parts) => parts.join('')),
  );

  it('has tokens that cover only its words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, tokens: all } = analyse(text.normalize('NFC'));
        for (const { term, position, length } of all) {
          expect(term).not.toBe('');
          expect(position + length).toBeLessThanOrEqual(words.length);
        }
      }),
    );
  });

  it('is analysed alike, whichever normal form it was composed from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize('NFC');
        expect(analyse(text.normalize('NFD').normalize('NFC'))).toEqual(analyse(composed));
      }),
    );
  });
});
