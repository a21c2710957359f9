import type { StateInline, Token } from 'markdown-it';

/** Pushes the tokens of Markdown's own images, for an image in another notation; a link that is not allowed is left out. */
export function pushImage(state: StateInline, source: string, alt: string): Token {
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', state.md.validateLink(source) ? state.md.normalizeLink(source) : ''],
    ['alt', ''],
  ];
  token.content = alt;
  const text = new state.Token('text', '', 0);
  text.content = alt;
  token.children = [text];
  return token;
}
