/**
 * What is typed into a window, in the language of its texts. Titles of commands come from the package's own texts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} Words
 * @property {string} language of the window, such as `ko`
 * @property {string} browser the browser's language, such as `ko-KR`
 * @property {string} query what is searched for
 * @property {(name: string) => string} command a command's title in the palette
 * @property {(key: string) => string} text a text of the package, such as `command.addBookmark`
 */

const ROOT = join(import.meta.dirname, '..', '..');

/** @type {Readonly<Record<string, { browser: string, texts: string, query: string }>>} */
const LANGUAGES = {
  en: { browser: 'en-US', texts: 'package.nls.json', query: 'session per request' },
  ko: { browser: 'ko-KR', texts: 'package.nls.ko.json', query: '멀티스레드 세션' },
};

/** The languages that there are pictures in. */
export const LOCALES = Object.keys(LANGUAGES);

/**
 * @param {string} locale one of `LOCALES`
 * @returns {Promise<Words>}
 */
export async function wordsOf(locale) {
  const language = LANGUAGES[locale];
  if (language === undefined) throw new Error(`There are no words in ${locale}.`);
  const parsed = /** @type {unknown} */ (JSON.parse(await readFile(join(ROOT, language.texts), 'utf8')));
  const texts = /** @type {Record<string, string>} */ (parsed);
  const text = (/** @type {string} */ key) => {
    const found = texts[key];
    if (found === undefined) throw new Error(`${language.texts} has no ${key}.`);
    return found;
  };
  return {
    language: locale,
    browser: language.browser,
    query: language.query,
    text,
    command: (name) => `Archive Answers: ${text(`command.${name}`)}`,
  };
}
