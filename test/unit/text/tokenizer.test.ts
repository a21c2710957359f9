import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, type Word } from '../../../src/core/text/tokenizer';

const words = (text: string): Word[] => [...tokenize(text)];
const folded = (text: string): string[] => words(text).map((word) => word.folded);

describe('a word of a text', () => {
  it('is folded: full-width letters, ligatures and capitals become plain lower case', () => {
    expect(folded('ＡＰＩ')).toEqual(['api']);
    expect(folded('ﬁlter')).toEqual(['filter']);
    expect(folded('FastAPI SQL')).toEqual(['fastapi', 'sql']);
    expect(folded('Ｐｙｔｈｏｎ３')).toEqual(['python3']);
  });

  it('has the offsets of the written form, not of the folded one', () => {
    const text = '새 ﬁlter를 ＡＰＩ에 답니다';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '새',
      'ﬁlter',
      'ＡＰＩ',
      '답니다',
    ]);
  });

  it.each([
    ['DB세션', ['db', '세션']],
    ['한글session혼용', ['한글', 'session', '혼용']],
    ['파이썬3버전', ['파이썬', '3', '버전']],
    ['세션セッション', ['세션', 'セッション']],
    ['café', ['café']],
  ])('ends where the script changes: %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it.each([
    ['session을', ['session']],
    ['FastAPI에서는', ['fastapi']],
    ['commit()을 부른다', ['commit', '을', '부른다']],
    ['Session들이', ['session']],
    ['scoped_session으로', ['scoped_session']],
    ['session 을', ['session', '을']],
    ['session관리', ['session', '관리']],
    ['세션을', ['세션을']],
  ])('loses a particle only behind a Latin word: %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it.each([
    ['Use a session. Then', ['use', 'a', 'session', 'then']],
    ['session.commit()', ['session.commit']],
    ['.env...', ['env']],
    ['thread-safe', ['thread', 'safe']],
    ['a/b:c', ['a', 'b', 'c']],
    ['👍 ?! “”', []],
    ['', []],
  ])('excludes punctuation: %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it('has the script that it is written in', () => {
    expect(words('session 세션 セッション').map(({ script }) => script)).toEqual([
      'latin',
      'hangul',
      'other',
    ]);
  });

  it('has no other forms when it is very long', () => {
    for (const long of ['_Ab'.repeat(30), '세션을'.repeat(30)]) {
      expect(words(long)).toMatchObject([{ folded: long.toLowerCase(), stems: [], names: [], parts: [] }]);
    }
  });
});

describe('a number with dots', () => {
  const forms = (text: string) =>
    words(text).map((word) => [word.folded, word.script === 'version', word.names, word.parts]);

  it.each([
    ['1.4', ['1.4', true, [], ['1', 'v1']]],
    ['v2.0.13', ['2.0.13', true, ['2.0'], ['2', 'v2']]],
    ['1.0.0rc1', ['1.0.0rc1', true, ['1.0.0', '1.0'], ['1', 'v1']]],
    ['2.x', ['2.x', true, ['2'], ['2', 'v2']]],
    ['6.0.x', ['6.0.x', true, ['6.0'], ['6', 'v6']]],
    ['2024.01.05', ['2024.01.05', false, ['2024.01'], ['2024']]],
    ['192.168.0.1', ['192.168.0.1', false, [], []]],
    ['$19.99', ['19.99', false, [], []]],
    ['3.5%', ['3.5', false, [], []]],
  ])('is one word: %s', (text, expected) => {
    expect(forms(text)).toEqual([expected]);
  });

  it.each([
    ['Python3.12에서', ['python', '3.12']],
    ['fastapi>=0.115,<1.0', ['fastapi', '0.115', '1.0']],
    ['python:3.12-slim', ['python', '3.12', 'slim']],
    ['3.12.md 1. 끝', ['3.12', 'md', '1', '끝']],
    ['10:30:00.123', ['10', '30', '00', '123']],
    ['1,234.5', ['1', '234', '5']],
    ['3.5초', ['3.5', '초']],
  ])('stands by itself: %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it('may be a major version only', () => {
    expect(words('v2 V3x')).toMatchObject([{ names: ['2'] }, { names: [] }]);
  });
});

describe('the stems of a word', () => {
  it('are the noun, then the verb, and a noun of one syllable only where there is no longer one', () => {
    expect(words('사용하는')[0]?.stems).toEqual(['사용', '사용하-']);
    expect(words('나왔는데')[0]?.stems).toEqual(['나오-']);
    expect(words('봇을')[0]?.stems).toEqual(['봇']);
    expect(words('세션')[0]?.stems).toEqual([]);
  });

  it('are Porter stems for English', () => {
    expect(words('Sessions')[0]?.stems).toEqual(['session']);
    expect(words('session')[0]?.stems).toEqual([]);
  });
});

describe('the words of any text', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[세션을 a_.S1v초-]*$/));

  it('are in order, do not overlap, and lie within it', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = raw.normalize('NFC');
        let end = 0;
        for (const word of tokenize(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
