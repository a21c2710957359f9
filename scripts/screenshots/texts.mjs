/**
 * The texts that are typed into a window, in its language. Command titles come from the package's own texts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} WindowTexts
 * @property {string} language of the window, such as `ko`
 * @property {string} browser the browser's language, such as `ko-KR`
 * @property {string} query for the search
 * @property {(name: string) => string} command a command's title in the palette
 * @property {(key: string) => string} text a text of the package, such as `command.addBookmark`
 */

const ROOT = join(import.meta.dirname, '..', '..');

/** @type {Readonly<Record<string, { browser: string, file: string, query: string }>>} */
const LANGUAGES = {
  en: { browser: 'en-US', file: 'package.nls.json', query: 'session per request' },
  ko: { browser: 'ko-KR', file: 'package.nls.ko.json', query: '멀티스레드 세션' },
};

/** The languages of the pictures. */
export const LOCALES = Object.keys(LANGUAGES);

/**
 * @param {string} locale one of `LOCALES`
 * @returns {Promise<WindowTexts>}
 */
export async function textsOf(locale) {
  const language = LANGUAGES[locale];
  if (language === undefined) throw new Error(`There are no texts in ${locale}.`);
  const parsed = /** @type {unknown} */ (JSON.parse(await readFile(join(ROOT, language.file), 'utf8')));
  const texts = /** @type {Record<string, string>} */ (parsed);
  const text = (/** @type {string} */ key) => {
    const value = texts[key];
    if (value === undefined) throw new Error(`${language.file} has no ${key}.`);
    return value;
  };
  return {
    language: locale,
    browser: language.browser,
    query: language.query,
    text,
    command: (name) => `Archive Answers: ${text(`command.${name}`)}`,
  };
}
