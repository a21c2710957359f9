import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

/** Longer text, in UTF-16 units, was pasted rather than typed. */
const MAX_TYPED_LENGTH = 64;

/**
 * What the same keys type on the other of the Korean and US keyboard layouts, `tptus` → `세션`; `undefined` where that
 * is not text anyone would type.
 */
export function switchKeyboardLayout(text: string): string | undefined {
  if (text.length > MAX_TYPED_LENGTH) return undefined;
  if (/^[a-z]{3,}$/i.test(text)) {
    // Shift types doubled consonants, unless every letter is a capital: then Caps Lock was on.
    const hangul = typedAsHangul(text === text.toUpperCase() ? text.toLowerCase() : text);
    // Only the last syllable may be incomplete: it is still being typed.
    return /^[가-힣]+[가-힣ㄱ-ㅎ]$/.test(hangul) ? hangul : undefined;
  }
  if (!/\p{Script=Hangul}/u.test(text)) return undefined;
  const latin = convertHangulToQwerty(text);
  return /^[\w.-]+$/.test(latin) ? latin.toLowerCase() : undefined;
}

/** es-hangul throws for vowels that cannot follow each other, as in `hka`. */
function typedAsHangul(text: string): string {
  try {
    return convertQwertyToHangul(text);
  } catch {
    return '';
  }
}
