import ordinaryWords from '../../../data/ordinaryWords.json';
import { loadGlossary } from './glossary';
import { koreanStems } from './korean/stems';
import { isStopWord } from './stopWords';

const HANGUL = /^\p{Script=Hangul}+$/u;
/** UTF-16 units of a word whose forms are looked up; longer ones are lines without spaces. */
const MAX_WORD_LENGTH = 24;

let loaded: ReadonlySet<string> | undefined;

/**
 * Whether a word belongs to everyday language and names no technical subject: `switched`, `hey`, `헷갈려서요`, `느낌이라`.
 * Takes a word of `tokenize`. A Korean term of the glossary is ordinary only if the list has it as written, since many look
 * like a form of an everyday verb (크기 is a size, not something that is big).
 */
export function isOrdinaryWord(folded: string, stems: readonly string[]): boolean {
  loaded ??= readWords();
  const words = loaded;
  if (words.has(folded)) return true;
  if (folded.length > MAX_WORD_LENGTH) return false;
  if (!HANGUL.test(folded)) return englishBasesOf(folded).some((base) => words.has(base));
  return (
    (isStopWord(folded, stems) || stems.some((stem) => words.has(stem))) &&
    loadGlossary().synonymSetsOf(folded).length === 0
  );
}

/** The words of the list; verbs as the Korean stemmer writes their stems. */
function readWords(): ReadonlySet<string> {
  const korean = ordinaryWords.ko.split(' ');
  const verbs = korean.filter((word) => word.endsWith('-'));
  const stems = verbs.flatMap((verb) => koreanStems(verb.replace('-', '다')));
  return new Set([...ordinaryWords.en.split(' '), ...korean, ...stems]);
}

/** Endings of English words, and what the base form has instead. */
const ENGLISH_ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[^s])s$/u, ['']],
  [/(?<=[sxzho])es$/u, ['']],
  [/ie[sd]$/u, ['y']],
  [/(?<=[^e])ed$/u, ['', 'e']],
  [/ing$/u, ['', 'e']],
  [/(?<letter>[bdgklmnprtvz])\k<letter>(?:ed|ing)$/u, ['$<letter>']],
  [/ly$/u, ['']],
  [/ily$/u, ['y']],
  [/(?<=[ai]bl)y$/u, ['e']],
];

/**
 * The forms that an English word may be inflected from. The Porter stem would not do: it is the same for `important` and
 * `import`, for `definitely` and `definition`.
 */
function englishBasesOf(word: string): readonly string[] {
  return ENGLISH_ENDINGS.flatMap(([ending, instead]) =>
    ending.test(word) ? instead.map((text) => word.replace(ending, text)) : [],
  );
}
