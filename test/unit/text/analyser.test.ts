import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type TokenKind } from '../../../src/core/text/analyser';

/** Tokens of some kinds; what stands for a meaning is the glossary's test. */
const tokens = (text: string, ...kinds: readonly TokenKind[]): string[] =>
  analyse(text)
    .tokens.filter(({ term, kind }) => kinds.includes(kind) && !term.startsWith('='))
    .map(({ term }) => term);

describe('analyse', () => {
  it('has each word as it is written, folded', () => {
    expect(tokens('FastAPI에서 session을 닫는다', 'word')).toEqual(['fastapi', 'session', '닫는다']);
  });

  it('has the stems beside it', () => {
    expect(tokens('세션을 사용하는 dependencies', 'stem')).toEqual(['세션', '사용', '사용하-', 'depend']);
  });

  it('tells what names an identifier from what it is put together from', () => {
    expect(tokens('sqlalchemy.orm.scoped_session', 'name')).toEqual(['scoped_session', 'scopedsession']);
    expect(tokens('sqlalchemy.orm.scoped_session', 'part')).toEqual([
      'sqlalchemy',
      'orm',
      'scoped',
      'session',
    ]);
    expect(tokens('AsyncSession', 'name', 'part')).toEqual(['async', 'session']);
  });

  it('cuts Hangul into pairs of syllables, its noun only', () => {
    expect(tokens('트랜잭션을', 'gram')).toEqual(['~트랜', '~랜잭', '~잭션']);
    expect(tokens('세션', 'gram')).toEqual(['~세션']);
    expect(tokens('봇을 session', 'gram')).toEqual([]);
    expect(tokens('값', 'gram')).toEqual([]);
  });

  it('counts the words, whatever stands between them', () => {
    const { words, tokens: all } = analyse('새 scoped_session을, 세션에서!');
    expect(words).toHaveLength(3);
    expect(all.find(({ term }) => term === '세션')).toMatchObject({ kind: 'stem', word: 2, length: 1 });
    expect(all.filter(({ word }) => word === 1).length).toBeGreaterThan(1);
  });

  it('gives the offsets of each word', () => {
    const text = '새 scoped_session을 세션에서';
    const { words, tokens: all } = analyse(text);
    for (const { kind, term, word } of all) {
      if (kind === 'word') expect(text.slice(words[word]?.start, words[word]?.end).toLowerCase()).toBe(term);
    }
    expect(words[2]).toMatchObject({ start: 18, end: 22 });
  });

  it.each(['', ' ?! ', '👍🏽', '\uD800', '“…”'])('finds nothing in "%s"', (text) => {
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

  it('has tokens that stand at its words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, tokens: all } = analyse(text.normalize('NFC'));
        for (const { term, word, length } of all) {
          expect(term).not.toBe('');
          expect(word + length).toBeLessThanOrEqual(words.length);
        }
      }),
    );
  });

  it('is the same from whatever normal form it is composed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize('NFC');
        expect(analyse(text.normalize('NFD').normalize('NFC'))).toEqual(analyse(composed));
      }),
    );
  });
});
