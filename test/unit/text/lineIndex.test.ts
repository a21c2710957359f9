import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../src/core/text/languageDetection';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { normaliseText } from '../../../src/core/text/normaliseText';

describe('normaliseText', () => {
  it('takes off a byte order mark, folds line ends and composes Hangul', () => {
    expect(normaliseText('\uFEFFa\r\nb\rc')).toBe('a\nb\nc');
    expect(normaliseText('세션'.normalize('NFD'))).toBe('세션');
  });
});

describe('LineIndex', () => {
  it('finds the line of every offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '가')), (characters) => {
        const text = characters.join('');
        const index = new LineIndex(text);
        for (let offset = 0; offset < text.length; offset += 1) {
          expect(index.lineAt(offset)).toBe(text.slice(0, offset).split('\n').length - 1);
        }
      }),
    );
  });

  it('counts no line after a final line feed', () => {
    expect(new LineIndex('a\nb\n').count).toBe(2);
    expect(new LineIndex('').count).toBe(1);
  });
});

describe('guessLanguage', () => {
  it.each([
    ['FastAPI에서 session을 닫아야 하나요?', 'ko'],
    ['How do I close a session?', 'en'],
    ['セッションを閉じる', 'ja'],
    ['', 'en'],
  ])('%s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
