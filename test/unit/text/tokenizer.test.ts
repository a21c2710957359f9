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
    ['3.11', ['3', '11']],
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
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[세션을 a_.S1-]*$/));

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
