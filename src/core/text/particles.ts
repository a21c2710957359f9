import { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/** A choice left to whatever stands before it: `{을/를}`, also behind quotes and brackets. */
const CHOICE = /\{([가-힣]+\/[가-힣]+)\}/g;
/** Quotes, brackets and marks that are not read aloud. */
const SILENT = /[\s"'“”‘’`)\]}>»」』.…]+$/u;

/** How digits and Latin letters end when they are read in Korean. */
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const LETTERS: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔', r: '알' };

/**
 * Chooses Korean particles by the sound before them (한글 맞춤법, 조사): `“{0}”{을/를}` becomes `“세션”을`, `“A2”를`. What a text
 * ends with that is not Hangul counts as it is read: digits by their Sino-Korean names; `l`, `m`, `n` and `r` as with a
 * final consonant, as the endings of most English words and letter names are; all others without.
 */
export function withParticles(text: string): string {
  return text.replace(CHOICE, (_choice, particle: string, at: number) =>
    josa.pick(lastSound(text.slice(0, at)), particle as Particle),
  );
}

/** A syllable that ends as the text does when it is read aloud; without any, one that has no final consonant. */
function lastSound(text: string): string {
  const last = text.replace(SILENT, '').slice(-1).toLowerCase();
  if (/[가-힣]/.test(last)) return last;
  return DIGITS[Number.parseInt(last, 10)] ?? LETTERS[last] ?? '아';
}
