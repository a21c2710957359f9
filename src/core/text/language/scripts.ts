import { lowerBound } from '../../base/lowerBound';

/** A script that prose is written in, with the languages that are told apart within it. */
export interface Script {
  /** The language of most of its texts first. */
  readonly languages: readonly [string, ...string[]];
  /** Letters that say as much as a word of English. */
  readonly lettersPerWord: number;
}

/** Languages in Latin letters. */
export const LATIN_LANGUAGES = 'en es fr de pt it nl pl cs sv da no fi tr id ro hu vi ca hr sk ms'.split(' ');

const script = (lettersPerWord: number, ...languages: [string, ...string[]]): Script => ({
  languages,
  lettersPerWord,
});

const GREEK = script(5, 'el');
const CYRILLIC = script(5, 'ru', 'uk', 'bg', 'sr');
const ARABIC = script(4, 'ar', 'fa', 'ur');
const DEVANAGARI = script(3, 'hi', 'mr', 'ne');
const HANGUL = script(1.8, 'ko');
export const KANA = script(2.5, 'ja');
export const HAN = script(1.6, 'zh');

/** Scripts other than Latin by their first and last code point, in order. */
const BLOCKS: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x370, 0x3ff, GREEK],
  [0x400, 0x52f, CYRILLIC],
  [0x531, 0x58f, script(5, 'hy')],
  [0x590, 0x5ff, script(4, 'he')],
  [0x600, 0x77f, ARABIC],
  [0x900, 0x97f, DEVANAGARI],
  [0x980, 0x9ff, script(3, 'bn')],
  [0xa00, 0xa7f, script(3, 'pa')],
  [0xa80, 0xaff, script(3, 'gu')],
  [0xb80, 0xbff, script(4, 'ta')],
  [0xc00, 0xc7f, script(4, 'te')],
  [0xc80, 0xcff, script(4, 'kn')],
  [0xd00, 0xd7f, script(5, 'ml')],
  [0xd80, 0xdff, script(3, 'si')],
  [0xe00, 0xe7f, script(3, 'th')],
  [0xe80, 0xeff, script(3, 'lo')],
  [0x1000, 0x109f, script(4, 'my')],
  [0x10a0, 0x10ff, script(5, 'ka')],
  [0x1100, 0x11ff, HANGUL],
  [0x1200, 0x137f, script(3, 'am')],
  [0x1780, 0x17ff, script(4, 'km')],
  [0x1f00, 0x1fff, GREEK],
  [0x3040, 0x30ff, KANA],
  [0x3130, 0x318f, HANGUL],
  [0x3400, 0x9fff, HAN],
  [0xac00, 0xd7ff, HANGUL],
  [0xf900, 0xfaff, HAN],
  [0xfb50, 0xfdff, ARABIC],
  [0xfe70, 0xfefe, ARABIC],
  [0xff66, 0xff9f, KANA],
  [0x20000, 0x3ffff, HAN],
];

/** The script of a letter that is not Latin; `undefined` for scripts without a language here. */
export function scriptOf(codePoint: number): Script | undefined {
  const block = BLOCKS[lowerBound(BLOCKS.length, (at) => BLOCKS[at]![1] < codePoint)];
  return block !== undefined && block[0] <= codePoint ? block[2] : undefined;
}
