import { josa } from 'es-hangul';
import { withoutTrailing } from '../../core/text/trailing';

type Particle = Parameters<typeof josa.pick>[1];

/** The pairs of particles: the form after a final consonant comes first, except that `와/과` works in both orders. */
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
/** A placeholder for an argument, `{0}`, or a choice of particles, `{을/를}`. */
const PLACEHOLDER = new RegExp(`\\{(?:(?<argument>\\d+)|(?<particle>${PARTICLES.join('|')}))\\}`, 'g');
/** Quotes, brackets and punctuation that is not read aloud. */
const SILENT = /[\s"'“”‘’`)\]}>»」』.…]/u;

/** Digits, and letters with a final consonant, as they are read in Korean. */
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const LETTERS: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔', r: '알' };

/**
 * Inserts arguments into a text, and chooses its Korean particles by the sound before them (한글 맞춤법, 조사):
 * `“{0}”{을/를}` becomes `“세션”을` or `“A2”를`, also after quotes and brackets. Anything but Hangul counts as it is read
 * aloud: digits by their Sino-Korean names; `l`, `m`, `n` and `r` with a final consonant, like the endings of most
 * English words and letter names; all others without. Placeholders within arguments are not replaced, and a placeholder
 * without an argument stays.
 */
export function formatMessage(text: string, args: readonly (string | number)[]): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [placeholder] = match;
    const { argument, particle } = match.groups ?? {};
    result += text.slice(end, match.index);
    end = match.index + placeholder.length;
    if (particle !== undefined) result += josa.pick(lastSyllable(result), particle as Particle);
    else result += String(args[Number(argument)] ?? placeholder);
  }
  return result + text.slice(end);
}

/** A syllable with the ending of the text as it is read aloud; `아`, without a final consonant, where there is none. */
function lastSyllable(text: string): string {
  const last = withoutTrailing(text, SILENT).slice(-1).toLowerCase();
  if (/[가-힣]/.test(last)) return last;
  return DIGITS[Number.parseInt(last, 10)] ?? LETTERS[last] ?? '아';
}
