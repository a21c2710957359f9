import ordinaryWords from '../../../data/ordinaryWords.json';
import { loadGlossary } from './glossary';
import { stemKorean, verbStemOf } from './koreanStemmer';

const HANGUL = /^\p{Script=Hangul}+$/u;
/** UTF-16 units of a word whose forms are looked up; longer ones are lines without spaces. */
const MAX_WORD_LENGTH = 24;

let loaded: ReadonlySet<string> | undefined;

/**
 * Whether a word belongs to everyday language and names no technical subject: `switched`, `hey`, `헷갈려서요`, `느낌이라`.
 * Takes a word of `tokenize`. A term of the glossary is ordinary only if the list has it as written, since many look like
 * a form of an everyday verb (크기 is a size, not something that is big).
 */
export function isOrdinaryWord(folded: string, stems: readonly string[]): boolean {
  loaded ??= readWords();
  const words = loaded;
  if (words.has(folded)) return true;
  if (folded.length > MAX_WORD_LENGTH) return false;
  if (!HANGUL.test(folded)) return englishBasesOf(folded).some((base) => words.has(base));
  const isOrdinary =
    stems.some((stem) => words.has(stem)) || koreanBasesOf(folded).some((base) => words.has(base));
  return isOrdinary && loadGlossary().synonymSetsOf(folded).length === 0;
}

/** The words of the list; verbs as the Korean stemmer writes their stems. */
function readWords(): ReadonlySet<string> {
  const korean = ordinaryWords.ko.split(' ');
  const verbs = korean.filter((word) => word.endsWith('-'));
  const stems = verbs.map((verb) => verbStemOf(verb.replace('-', '다'))).filter((stem) => stem !== undefined);
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

/** How a chat spells polite endings: `인가여`, `했어용`, `합니당`. */
const CHAT_SPELLING = /[여용염욤]$/u;
/** Endings of talk that the stemmer does not know; they follow a stem, or a tense. */
const TALK_ENDING =
  /(?:거든|길래|더라|더라고|더라구|던데|잖아|네|군|구나|나|나봐|려는데|려고하는데|다가|다고|다는|다니|다면|다던데|음|슴)요?$/u;
/** Forms of 이다 after a noun that are no particles: `느낌이라서요`. */
const COPULA =
  /(?:이?라서|이?라면|이?라던데|이?라는데|이?라던가|이?라니|이?네|이?군|이?잖아|이?거든|이?더라고|이?던데|이었는데|였는데|이?어서|여서|임|인듯|인거|인건|일지|일때)요?$/u;
/** A dependent noun written in one with the verb before it: `바뀐거`, `하는건지`, `할때`. */
const DEPENDENT_NOUN =
  /(?<=[\p{Script=Hangul}])(?:(?:거|것)(?:임|죠|예요|에요|야|냐|네요?|같|든요?|라|라서|를|는|도|만|지)?|건(?:가|지|데)?요?|걸요?|게|지|줄|때|듯|중|만큼|데)$/u;
/** The last consonant of a word that forms an attribute or a noun of a verb: `바뀐`, `바뀔`, `바뀜`. */
const FINAL_CONSONANT = /[\u11ab\u11af\u11b7]$/u;

/**
 * The nouns and verb stems that a Korean word may be a form of. Others than the analyser's stems, it guesses: a noun that
 * loses its last consonant here is not in a list of everyday words.
 */
function koreanBasesOf(word: string): readonly string[] {
  const polite = word.replace(CHAT_SPELLING, '요').replace(/당$/u, '다');
  const attribute = polite.replace(DEPENDENT_NOUN, '');
  return [
    polite,
    polite.replace(TALK_ENDING, '다'),
    polite.replace(COPULA, ''),
    attribute,
    ...verbsWithAttribute(attribute),
  ].flatMap((form) => [stemKorean(form), verbStemOf(form) ?? form]);
}

/** The dictionary forms of a verb in an attributive form; of two syllables or more, since short nouns look alike. */
function verbsWithAttribute(word: string): readonly string[] {
  const jamo = word.normalize('NFD');
  if (word.length < 2 || !FINAL_CONSONANT.test(jamo)) return [];
  return [`${jamo.replace(FINAL_CONSONANT, '').normalize('NFC')}다`];
}
