import { describe, expect, it } from 'vitest';
import { showHidden, withoutHidden } from '../../../src/core/text/hiddenCharacters';

const FLAG_OF_WALES = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';

describe('hidden characters', () => {
  it.each([
    ['an escape sequence', '\u001b]0;title\u0007', '<U+001B>]0;title<U+0007>'],
    ['a C1 control', 'a\u009b31m', 'a<U+009B>31m'],
    ['a backspace and DEL', 'ab\b\u007f', 'ab<U+0008><U+007F>'],
    [
      'line breaks and tabs',
      'a\r\nb\tc\u0085d\u2028e\u2029f',
      'a<U+000D><U+000A>b<U+0009>c<U+0085>d<U+2028>e<U+2029>f',
    ],
    [
      'bidirectional controls',
      '\u202egpj.exe\u202c \u2066x\u2069 \u061c\u200e\u200f',
      '<U+202E>gpj.exe<U+202C> <U+2066>x<U+2069> <U+061C><U+200E><U+200F>',
    ],
    ['zero-width characters', 'ad\u200bm\u2060i\ufeffn\u00ad', 'ad<U+200B>m<U+2060>i<U+FEFF>n<U+00AD>'],
    ['fillers', '\u3164\u115f\uffa0', '<U+3164><U+115F><U+FFA0>'],
    ['tags', 'x\u{e0041}\u{e0001}', 'x<U+E0041><U+E0001>'],
    ['annotations', '\ufff9a\ufffab\ufffb', '<U+FFF9>a<U+FFFA>b<U+FFFB>'],
    ['half of a pair', 'a\ud83db', 'a<U+D83D>b'],
    ['a joiner between Latin letters', 'ad\u200dmin\u200c', 'ad<U+200D>min<U+200C>'],
    ['a joiner between Hangul syllables', '세\u200d션', '세<U+200D>션'],
    ['a second joiner', '\u0645\u200c\u200c\u06cc', '\u0645<U+200C><U+200C>\u06cc'],
    ['a joiner after an emoji that joins nothing', '👩\u200d ', '👩<U+200D> '],
    ['a second selector', '❤\ufe0f\ufe0f', '❤\ufe0f<U+FE0F>'],
    ['a selector after a letter', 'a\ufe0f가\u{e0101}', 'a<U+FE0F>가<U+E0101>'],
    [
      'words in the tags of a flag',
      '\u{1f3f4}\u{e0068}\u{e0069}\u{e007f}',
      '\u{1f3f4}<U+E0068><U+E0069><U+E007F>',
    ],
  ])('shows %s', (_, text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });

  it.each([
    ['Korean', '세션을 요청마다 열어야 하나요? — “네”, 3\u00a0초\u3000뒤'],
    ['emoji of several people', '👩‍👩‍👧‍👦 👩🏽‍💻 🏳️‍🌈 ❤️‍🔥 👁️‍🗨️'],
    ['selectors and keycaps', '❤️ ☎︎ ©️ 1️⃣ #️⃣ 🇰🇷'],
    ['flags of tags', FLAG_OF_WALES],
    ['Persian', 'می‌خواهم ه‍'],
    ['Hindi, Sinhala and Malayalam', 'क्‍ष ශ්‍රී അവന്‍ നന്‍മ'],
    ['signs that enclose a number', '\u06dd١٢'],
    ['Han characters with a selector', '葛\u{e0101}城 神\ufe00'],
    ['decomposed Hangul', '세션'.normalize('NFD')],
  ])('leaves %s', (_, text) => {
    expect(showHidden(text)).toBe(text);
    expect(withoutHidden(text)).toBe(text);
  });

  it('keeps the line breaks that it is told to keep', () => {
    expect(showHidden('a\n\tb\r', '\n\t')).toBe('a\n\tb<U+000D>');
  });

  it('puts text on one line without them', () => {
    expect(withoutHidden('a\r\nb\u200b\u202ec\u001b[2J\u2028d')).toBe('a  bc [2J d');
  });
});
