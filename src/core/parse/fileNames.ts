import { fileNameOf, stemOf } from '../archive/paths';

/**
 * A title from a file's name. Hyphens between words are read as spaces; names that are no sequence of words, such as
 * `exit()` and `os.path`, stay as they are. A `README` takes the name of its folder.
 */
export function titleOfFile(path: string): string {
  const stem = stemOf(path);
  const folder = path.split('/').at(-2);
  const name = /^(readme|index)$/i.test(stem) && folder !== undefined ? folder : stem;
  return /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)+$/u.test(name) ? name.replaceAll('-', ' ') : name;
}

/** Languages that a file name may end in: `next.js.md` is no translation. */
const LANGUAGES = new Set('ar cs de en es fa fr hi id it ja ko nl pl pt ru sv th tr uk vi zh'.split(' '));

/** The language tag in a file's name: `en` for `NAME.en.md`. */
export function languageOfName(path: string): string | undefined {
  const language = /.\.([a-z]{2}(?:-[A-Z]{2})?)\.(?:md|markdown)$/.exec(fileNameOf(path))?.[1];
  return language !== undefined && LANGUAGES.has(language.slice(0, 2)) ? language : undefined;
}
