import type { Env, Token } from '../markdown/markdown';
import { plainText } from '../markdown/tokens';
import { shortenAtWord } from '../text/shorten';
import { markdown } from './markdownParser';

/** UTF-16 units of the longest title: lists, links and other entries repeat titles. */
const MAX_TITLE_LENGTH = 500;

/** A title that is not too long, else its beginning. */
export function shortTitle(title: string): string {
  return shortenAtWord(title, MAX_TITLE_LENGTH);
}

/** Inline Markdown as one line of plain text. */
export function inlineText(text: string, env: Env = {}): string {
  return collapseSpaces(plainText(inlineTokens(text, env)));
}

/** A title from front matter as plain text. Underscores stay: `__init__` is a name there, not bold text. */
export function titleText(text: string): string {
  const plain = collapseSpaces(plainText(inlineTokens(text, {}).map(keepUnderscores)));
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

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
