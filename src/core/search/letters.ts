import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';

/** Letters that loanwords are spelled with either way (`쓰레드`, `스레드`; `트렌젝션`, `트랜잭션`), and the one they count as. */
const ALIKE: Readonly<Record<string, string>> = {
  ㅔ: 'ㅐ',
  ㄲ: 'ㄱ',
  ㄸ: 'ㄷ',
  ㅃ: 'ㅂ',
  ㅆ: 'ㅅ',
  ㅉ: 'ㅈ',
};

/** A word as the letters in which typing errors and half-typed syllables are counted: `세션` → `ㅅㅐㅅㅕㄴ`. */
export function lettersOf(word: string): string {
  return disassemble(word).replace(/[ㅔㄲㄸㅃㅆㅉ]/g, (letter) => ALIKE[letter] ?? letter);
}

/** The first consonants of a Hangul word's syllables, `트랜잭션` → `ㅌㄹㅈㅅ`; empty for any other word. */
export function initialsOf(word: string): string {
  return /^[가-힣]+$/.test(word) ? getChoseong(word) : '';
}

/** Whether letters are a Hangul word's. */
export function isHangulLetters(letters: string): boolean {
  return /[ㄱ-ㅣ]/.test(letters);
}

/** Whether a word is typed by first consonants only. */
export function areInitials(word: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(word);
}

/** What is longer was not typed. */
const MAX_TYPED_LENGTH = 64;

/** What the same keys type on the other of Korean and US keyboards; `undefined` where that is no text. */
export function onOtherKeyboard(text: string): string | undefined {
  if (text.length > MAX_TYPED_LENGTH) return undefined;
  if (/^[a-z]{3,}$/i.test(text)) {
    // Capitals stand for doubled consonants, unless all are: then it was Caps Lock.
    const hangul = typedAsHangul(text === text.toUpperCase() ? text.toLowerCase() : text);
    // Only the syllable that is being typed may be incomplete.
    return /^[가-힣]+[가-힣ㄱ-ㅎ]$/.test(hangul) ? hangul : undefined;
  }
  if (!/\p{Script=Hangul}/u.test(text)) return undefined;
  const latin = convertHangulToQwerty(text);
  return /^[\w.-]+$/.test(latin) ? latin.toLowerCase() : undefined;
}

/** es-hangul throws where two vowels of the same key row cannot stand together, as in `Item`. */
function typedAsHangul(text: string): string {
  try {
    return convertQwertyToHangul(text);
  } catch {
    return '';
  }
}

/**
 * How many letters were typed wrong, left out, added or swapped with their neighbour to make `b` of `a` (optimal
 * string alignment); more than `most` comes back as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}
