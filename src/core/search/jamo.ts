import { disassemble, getChoseong } from 'es-hangul';

/** Jamo that loanwords are spelled with interchangeably (`쓰레드`, `스레드`; `트렌젝션`, `트랜잭션`), and the one they are compared as. */
const EQUIVALENT_JAMO: Readonly<Record<string, string>> = {
  ㅔ: 'ㅐ',
  ㄲ: 'ㄱ',
  ㄸ: 'ㄷ',
  ㅃ: 'ㅂ',
  ㅆ: 'ㅅ',
  ㅉ: 'ㅈ',
};

/** A word as the letters by which prefixes and typing errors are compared: `세션` → `ㅅㅐㅅㅕㄴ`; Latin is kept. */
export function toLetters(word: string): string {
  return disassemble(word).replace(/[ㅔㄲㄸㅃㅆㅉ]/g, (letter) => EQUIVALENT_JAMO[letter] ?? letter);
}

/** Whether letters are those of a Hangul word. */
export function areHangulLetters(letters: string): boolean {
  return /[ㄱ-ㅣ]/.test(letters);
}

/** The initial consonants (choseong) of a Hangul word, `트랜잭션` → `ㅌㄹㅈㅅ`; empty for any other word. */
export function initialsOf(word: string): string {
  return /^[가-힣]+$/.test(word) ? getChoseong(word) : '';
}

/** Whether a word is typed by its initial consonants only; a single consonant is a syllable being typed. */
export function areInitials(word: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(word);
}
