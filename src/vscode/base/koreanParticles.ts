import { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/** The pairs that can be left open: the form after a final consonant first. `와/과` is known in both orders. */
const PARTICLES = [
  ...[
    '이/가',
    '을/를',
    '은/는',
    '과/와',
    '와/과',
    '으로/로',
    '으로서/로서',
    '으로써/로써',
    '으로부터/로부터',
  ],
  ...['이나/나', '이란/란', '이랑/랑', '이라/라', '이에요/예요', '아/야'],
];
/** A place for an argument, `{0}`; or a choice left to whatever stands before it, `{을/를}`. */
const PLACE = new RegExp(`\\{(?:(?<argument>\\d+)|(?<particle>${PARTICLES.join('|')}))\\}`, 'g');
/** Quotes, brackets and marks that are not read aloud. */
const SILENT = /[\s"'“”‘’`)\]}>»」』.…]+$/u;

/** How digits and Latin letters end when they are read in Korean. */
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const LETTERS: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔', r: '알' };

/**
 * Fills arguments into a text, and chooses its Korean particles by the sound before them (한글 맞춤법, 조사):
 * `“{0}”{을/를}` becomes `“세션”을`, `“A2”를`, also behind quotes and brackets. What a text ends with that is not Hangul
 * counts as it is read: digits by their Sino-Korean names; `l`, `m`, `n` and `r` as with a final consonant, as the
 * endings of most English words and letter names are; all others without. An argument is never changed, whatever looks
 * like a place in it; a place without an argument stays.
 */
export function formatMessage(text: string, args: readonly (string | number)[]): string {
  let filled = '';
  let end = 0;
  for (const place of text.matchAll(PLACE)) {
    const [whole] = place;
    const { argument, particle } = place.groups ?? {};
    filled += text.slice(end, place.index);
    end = place.index + whole.length;
    if (particle !== undefined) filled += josa.pick(lastSound(filled), particle as Particle);
    else filled += String(args[Number(argument)] ?? whole);
  }
  return filled + text.slice(end);
}

/** A syllable that ends as the text does when it is read aloud; without any, one that has no final consonant. */
function lastSound(text: string): string {
  const last = text.replace(SILENT, '').slice(-1).toLowerCase();
  if (/[가-힣]/.test(last)) return last;
  return DIGITS[Number.parseInt(last, 10)] ?? LETTERS[last] ?? '아';
}
