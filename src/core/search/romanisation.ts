import { assemble } from 'es-hangul';

/** Letters of a romanised word; shorter ones are too often English. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 40;

/** Vowels, the longest spelling first. */
const VOWELS = {
  yae: 'ㅒ',
  yeo: 'ㅕ',
  wae: 'ㅙ',
  ya: 'ㅑ',
  ye: 'ㅖ',
  yo: 'ㅛ',
  yu: 'ㅠ',
  wa: 'ㅘ',
  wo: 'ㅝ',
  we: 'ㅞ',
  wi: 'ㅟ',
  oe: 'ㅚ',
  ui: 'ㅢ',
  eu: 'ㅡ',
  eo: 'ㅓ',
  ae: 'ㅐ',
  a: 'ㅏ',
  e: 'ㅔ',
  o: 'ㅗ',
  u: 'ㅜ',
  i: 'ㅣ',
};
/** Consonants before a vowel; `l` beside `r`, since ㄹㄹ is written so. */
const INITIALS = {
  kk: 'ㄲ',
  tt: 'ㄸ',
  pp: 'ㅃ',
  ss: 'ㅆ',
  jj: 'ㅉ',
  ch: 'ㅊ',
  g: 'ㄱ',
  n: 'ㄴ',
  d: 'ㄷ',
  r: 'ㄹ',
  l: 'ㄹ',
  m: 'ㅁ',
  b: 'ㅂ',
  s: 'ㅅ',
  j: 'ㅈ',
  k: 'ㅋ',
  t: 'ㅌ',
  p: 'ㅍ',
  h: 'ㅎ',
};
/** Consonants behind a vowel: as they sound (`k`), and letter by letter (`g`). */
const FINALS = {
  ng: 'ㅇ',
  k: 'ㄱ',
  g: 'ㄱ',
  n: 'ㄴ',
  t: 'ㅅ',
  d: 'ㄷ',
  l: 'ㄹ',
  r: 'ㄹ',
  m: 'ㅁ',
  p: 'ㅂ',
  b: 'ㅂ',
  s: 'ㅅ',
};

const oneOf = (spellings: object): string => Object.keys(spellings).join('|');
/** A final consonant is followed by another consonant or by nothing: between vowels a consonant is an initial one. */
const SYLLABLE = new RegExp(
  `(?<initial>${oneOf(INITIALS)})?(?<vowel>${oneOf(VOWELS)})(?:(?<final>${oneOf(FINALS)})(?![aeiouyw]))?`,
  'y',
);

/**
 * A Latin word as the Hangul that it romanises, `sesyeon` → `세션`; `undefined` where it does not consist of Korean
 * syllables.
 * Source of the rule: the Revised Romanization of Korean, and its letter-by-letter variant.
 */
export function hangulOf(word: string): string | undefined {
  if (word.length < MIN_LENGTH || word.length > MAX_LENGTH) return undefined;
  let letters = '';
  SYLLABLE.lastIndex = 0;
  while (SYLLABLE.lastIndex < word.length) {
    const { initial = '', vowel = '', final = '' } = SYLLABLE.exec(word)?.groups ?? {};
    if (vowel === '') return undefined;
    letters += `${letterOf(INITIALS, initial) || 'ㅇ'}${letterOf(VOWELS, vowel)}${letterOf(FINALS, final)}`;
  }
  return assemble(Array.from(letters));
}

function letterOf(letters: Readonly<Record<string, string>>, spelling: string): string {
  return letters[spelling] ?? '';
}
