import { addToGroup } from '../base/grouping';
import { COMMON_WORDS, TELLING_LETTERS } from './language/commonWords';
import { proseOf } from './language/prose';
import { HAN, KANA, LATIN_LANGUAGES, scriptOf, type Script } from './language/scripts';

/** The language of text without any prose: names and code read as English. */
const DEFAULT_LANGUAGE = 'en';
/** UTF-16 units of a text that are read at most: more prose says nothing new. */
const MAX_LENGTH = 60_000;
/** Share of a language's common words in its prose. On the high side, since names and quotes are mostly English. */
const COMMON_SHARE = 0.5;
/** What a telling letter in a word that is not common says, in common words. */
const LETTER_WEIGHT = 0.5;
/** Share of Kana among Kana and Han that makes a text Japanese. */
const MIN_KANA_SHARE = 0.1;
/** Words that tell the language of a part of a text from that of the rest. */
const MIN_WORDS = 6;
/** How many times the words of the one language are those of the other. */
const MIN_RATIO = 3;

const LANGUAGES_OF_WORD = languagesOf(COMMON_WORDS, (words) => words.split(/\s+/));
const LANGUAGES_OF_LETTER = languagesOf(TELLING_LETTERS, (letters) => Array.from(letters));

/** Words of prose in a text, by language: an estimate, in English words, that is comparable across scripts. */
type WordsByLanguage = ReadonlyMap<string, number>;

/** A word in Latin letters, up to an elision (`l'`), or letters of other scripts. Names with digits are no words. */
const WORD = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{M}\p{N}_])([\p{Script=Latin}\p{M}]+)(?:['’](?=\p{L})|(?![\p{Script=Latin}\p{M}\p{N}_]))|` +
    String.raw`[^\P{L}\p{Script=Latin}][\p{L}\p{M}]*`,
  'gu',
);

/**
 * Detects the language of Markdown by its prose: by script, and within a script by common words. Code, addresses and
 * tags do not count, nor do names, as they are no common words of any language.
 *
 * @returns A language tag of two letters: `ko`, `pt`; `en` where there is no prose.
 */
export function detectLanguage(markdown: string): string {
  return likeliest(measureLanguages(markdown)) ?? DEFAULT_LANGUAGE;
}

/**
 * The language of a part of a document, which is that of the document unless its prose clearly says otherwise.
 *
 * @param markdown The part, with its heading.
 */
export function languageOfPart(markdown: string, language: string): string {
  const words = measureLanguages(markdown);
  const found = likeliest(words) ?? language;
  const count = words.get(found) ?? 0;
  const isClear = count >= MIN_WORDS && count >= MIN_RATIO * (words.get(language) ?? 0);
  return isClear ? found : language;
}

function likeliest(words: WordsByLanguage): string | undefined {
  let best: string | undefined;
  for (const [language, count] of words) {
    if (count > (best === undefined ? 0 : words.get(best)!)) best = language;
  }
  return best;
}

/** The languages of each item, where `table` has the items of each language. */
function languagesOf(
  table: Readonly<Record<string, string>>,
  split: (items: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, items] of Object.entries(table)) {
    for (const item of new Set(split(items))) addToGroup(languages, item, language);
  }
  return languages;
}

function measureLanguages(markdown: string): WordsByLanguage {
  const evidence = new Evidence();
  for (const [word, latin] of proseOf(markdown.slice(0, MAX_LENGTH)).matchAll(WORD)) {
    if (latin === undefined) evidence.addOther(word);
    else evidence.addLatin(word);
  }
  return evidence.words();
}

/** Hints at languages that a text's words give. */
class Evidence {
  /** Letters of each script other than Latin. */
  readonly #letters = new Map<Script, number>();
  /** By language: the words that hint at it, and the same with each divided among all languages that it hints at. */
  readonly #hits = new Map<string, number>();
  readonly #scores = new Map<string, number>();
  #latinWords = 0;

  addLatin(word: string): void {
    this.#latinWords += 1;
    this.#addHints(word);
  }

  addOther(word: string): void {
    for (const letter of word) {
      const script = scriptOf(letter.codePointAt(0)!);
      if (script !== undefined) add(this.#letters, script, 1);
    }
    this.#addHints(word);
  }

  words(): WordsByLanguage {
    const words = new Map<string, number>();
    const { best, score } = this.#best(LATIN_LANGUAGES);
    if (score > 0) {
      const count = Math.min(this.#latinWords, (this.#hits.get(best) ?? 0) / COMMON_SHARE);
      this.#share(words, LATIN_LANGUAGES, count);
    }
    const kana = this.#letters.get(KANA) ?? 0;
    const isJapanese = kana > MIN_KANA_SHARE * (kana + (this.#letters.get(HAN) ?? 0));
    for (const [script, letters] of this.#letters) {
      const languages = script === HAN && isJapanese ? KANA.languages : script.languages;
      this.#share(words, languages, letters / script.lettersPerWord);
    }
    return words;
  }

  /** Adds words of a script to its likeliest language, and to the others as far as they are as likely. */
  #share(words: Map<string, number>, languages: readonly string[], count: number): void {
    const { best, score } = this.#best(languages);
    for (const language of languages) {
      const share = language === best ? 1 : (this.#scores.get(language) ?? 0) / (score || 1);
      if (share > 0) add(words, language, share * count);
    }
  }

  #best(languages: readonly string[]): { readonly best: string; readonly score: number } {
    let [best = DEFAULT_LANGUAGE] = languages;
    for (const language of languages) {
      if ((this.#scores.get(language) ?? 0) > (this.#scores.get(best) ?? 0)) best = language;
    }
    return { best, score: this.#scores.get(best) ?? 0 };
  }

  #addHints(word: string): void {
    const lower = word.toLowerCase().replace('’', "'");
    const common = LANGUAGES_OF_WORD.get(lower);
    if (common !== undefined) {
      this.#hint(common, 1);
      return;
    }
    const telling = new Set<string>();
    for (const letter of lower) {
      const languages = LANGUAGES_OF_LETTER.get(letter);
      if (languages === undefined || telling.has(letter)) continue;
      telling.add(letter);
      this.#hint(languages, LETTER_WEIGHT);
    }
  }

  #hint(languages: readonly string[], weight: number): void {
    for (const language of languages) {
      add(this.#hits, language, weight);
      add(this.#scores, language, weight / languages.length);
    }
  }
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
