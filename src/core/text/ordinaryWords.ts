import ordinaryWords from '../../../data/ordinaryWords.json';
import { loadGlossary } from './glossary';
import { stemKorean, verbStemOf } from './koreanStemmer';
import { isStopWord } from './stopWords';

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
  return (
    [...stems, ...koreanBasesOf(folded)].some((base) => words.has(base) || isStopWord(base, [])) &&
    loadGlossary().synonymSetsOf(folded).length === 0
  );
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
const CHAT_SPELLING = /(?<=..)[여용염욤]$/u;
/** An adverb written in one with its verb: `안주고`, `못쓰나요`. */
const LEADING_ADVERB = /^[안못잘더](?=.{2})/u;
/** An auxiliary written in one with its verb, after 고 and 지, and after 어 and 아: `하고싶어요`; `바꿔봤는데`. */
const AUXILIARY = /(?<=.[고지])(?:싶|있|않|못).*$/u;
const AUXILIARY_AFTER_BARE_FORM =
  /(?<=..)(?:보|봤|봐|본|볼|주|줘|줬|준|버리|버렸|버린|놓|놨|있|드리|드렸|드릴).*$/u;
/** A plural or an honorific after the name of a person: `고수분들`. */
const HONORIFIC = /(?:님|분)?들?$/u;
/** Endings of talk that the stemmer does not know; they follow a stem, or a tense. */
const TALK_ENDING =
  /(?:거든|길래|더라|더라고|더라구|던데|잖아|네|군|구나|나|나봐|려는데|다가|다고|다는|다는데|다니|다면|다던데|자고|라고|음|슴|세|든지)요?$/u;
/** Forms of 이다 after a noun that are no particles: `느낌이라서요`. */
const COPULA =
  /이?(?:라서|라면|라던데|라는데|라던가|라니|네|군|잖아|거든|더라고|더라구|던데|여서|길래|임|든지)요?$/u;
/** A dependent noun written in one with the verb before it: `바뀐거`, `하는건지`, `할때`. */
const DEPENDENT_NOUN =
  /(?<=.)(?:[거것](?:임|죠|예요|에요|야|냐|네요?|든요?|라|라서|를|는|도|만|지)?|건(?:가|지|데)?요?|걸요?|게|지|줄|때|듯|중|만큼|만한|데|법)$/u;
/** The end of a word, in decomposed jamo, that makes an attribute or a noun of a verb: `높은`, `바뀐`, `바뀔`, `바뀜`. */
const ATTRIBUTIVE_ENDING = /(?:(?<=[\u11a8-\u11c2])\u110b\u1173)?[\u11ab\u11af\u11b7]$/u;

/** The end of a verb with nothing but 어 or 아: `알아`, `알려져`, `나눠`. */
const BARE_FORM = /(?:\u110b[\u1161\u1165]|[\u1167\u116a\u116f])$/u;

/**
 * The nouns and verb stems that a Korean word may be a form of. Unlike the analyser it guesses, since a wrong guess is
 * hardly ever in a list of everyday words.
 */
function koreanBasesOf(word: string): readonly string[] {
  const polite = word.replace(CHAT_SPELLING, '요').replace(/당$/u, '다').replace(LEADING_ADVERB, '');
  const nominals = [polite, polite.replace(COPULA, ''), polite.replace(HONORIFIC, '')];
  const verbs = [
    polite,
    polite.replace(/요$/u, ''),
    polite.replace(TALK_ENDING, '다'),
    polite.replace(AUXILIARY, ''),
    ...[polite, polite.replace(DEPENDENT_NOUN, '')].flatMap(verbsOfAttribute),
    ...verbsOfBareForm(polite.replace(AUXILIARY_AFTER_BARE_FORM, '')),
  ];
  return [...nominals, ...nominals.map(stemKorean), ...verbs.flatMap(verbStemsOf)];
}

/** The stem of a verb, and without 이다, which is conjugated like a verb after a noun: `무엇이었나`. */
function verbStemsOf(form: string): readonly string[] {
  const stem = verbStemOf(form);
  return stem === undefined ? [stemKorean(form)] : [stem, stem.replace(/(?<=..)이-$/u, ''), stemKorean(form)];
}

/** Forms of a verb that the stemmer knows, by an attributive form; none of one syllable, since short nouns look alike. */
function verbsOfAttribute(word: string): readonly string[] {
  const jamo = word.normalize('NFD');
  if (word.length < 2) return [];
  if (word.endsWith('는')) return [word];
  return ATTRIBUTIVE_ENDING.test(jamo) ? [`${jamo.replace(ATTRIBUTIVE_ENDING, '').normalize('NFC')}다`] : [];
}

function verbsOfBareForm(word: string): readonly string[] {
  return word.length > 1 && BARE_FORM.test(word.normalize('NFD')) ? [`${word}서`] : [];
}
