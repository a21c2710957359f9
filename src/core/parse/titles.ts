import { fileNameOf, stemOf } from '../archive/paths';
import { markdown } from './linksImagesCode';
import { plainText } from '../markdown/tokens';
import type { Env, Token } from '../markdown/markdown';

/** Inline Markdown as one line of plain text. */
export function inlineText(text: string, env: Env = {}): string {
  return oneLine(plainText(inlineTokens(text, env)));
}

/**
 * A title from front matter as plain text. Only what is sure to be Markdown is: `__init__` there is a name, where
 * Markdown would have it bold.
 */
export function titleText(text: string): string {
  const plain = oneLine(plainText(inlineTokens(text, {}).map(keepUnderscores)));
  return plain === '' ? text : plain;
}

function inlineTokens(text: string, env: Env): readonly Token[] {
  return markdown.parseInline(text, env)[0]?.children ?? [];
}

function keepUnderscores(token: Token): Token {
  if (!token.markup.startsWith('_')) return token;
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, {
    type: 'text',
    content: token.markup,
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A title from a file's name: hyphens are spaces between words, unless the name is no sequence of words, as
 * `exit()` and `os.path` are not. A `README` is called after its folder.
 */
export function titleOfFile(path: string): string {
  const stem = stemOf(path);
  const folder = path.split('/').at(-2);
  const name = /^(readme|index)$/i.test(stem) && folder !== undefined ? folder : stem;
  return /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)+$/u.test(name) ? name.replaceAll('-', ' ') : name;
}

/** Languages that a file name may end in: `next.js.md` is no translation. */
const LANGUAGES = new Set('ar cs de en es fa fr hi id it ja ko nl pl pt ru sv th tr uk vi zh'.split(' '));

/** `NAME.en.md` is English. */
export function languageOfName(path: string): string | undefined {
  const language = /.\.([a-z]{2}(?:-[A-Z]{2})?)\.(?:md|markdown)$/.exec(fileNameOf(path))?.[1];
  return language !== undefined && LANGUAGES.has(language.slice(0, 2)) ? language : undefined;
}
