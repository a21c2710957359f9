const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = Array.from(' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ');
const VOWELS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ');
FINALS[0] = '';

/** Offset of a Hangul syllable in its Unicode block, which is (initial × 21 + vowel) × 28 + final; -1 for other text. */
function offsetOf(syllable: string): number {
  const code = syllable.charCodeAt(0);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? code - FIRST_SYLLABLE : -1;
}

/** The final consonant of a syllable; empty where there is none. */
export function finalOf(syllable: string): string {
  const offset = offsetOf(syllable);
  return offset < 0 ? '' : (FINALS[offset % FINALS.length] ?? '');
}

/** The vowel of a syllable; empty for anything else. */
export function vowelOf(syllable: string): string {
  const offset = offsetOf(syllable);
  return offset < 0 ? '' : (VOWELS[Math.floor(offset / FINALS.length) % VOWELS.length] ?? '');
}

/** A word whose last syllable has another final consonant, or none for an empty one. */
export function withFinal(word: string, final: string): string {
  const offset = offsetOf(word.slice(-1));
  if (offset < 0) return word;
  const open = offset - (offset % FINALS.length);
  return word.slice(0, -1) + String.fromCharCode(FIRST_SYLLABLE + open + Math.max(0, FINALS.indexOf(final)));
}

/** A word whose last syllable has another vowel; its final consonant is kept. */
export function withVowel(word: string, vowel: string): string {
  const offset = offsetOf(word.slice(-1));
  if (offset < 0) return word;
  const perInitial = VOWELS.length * FINALS.length;
  const initial = offset - (offset % perInitial);
  const code = FIRST_SYLLABLE + initial + VOWELS.indexOf(vowel) * FINALS.length + (offset % FINALS.length);
  return word.slice(0, -1) + String.fromCharCode(code);
}
