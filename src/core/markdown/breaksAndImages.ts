import type { StateInline } from 'markdown-it';
import { attributeValue } from './tags';

const BREAK = /^<\/?br\s*\/?>/i;
const IMAGE = /^<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/i;
/** In characters; bounds the work on texts that never close an `<img>`. */
const MAX_TAG_LENGTH = 2_000;

/** Turns `<br>` and `<img>` into the tokens of Markdown's own line breaks and images. */
export function breakAndImageRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const rest = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_TAG_LENGTH));
  const lineBreak = BREAK.exec(rest);
  const image = lineBreak === null ? IMAGE.exec(rest) : null;
  const match = lineBreak ?? image;
  if (match === null) return false;
  if (!silent) {
    if (image === null) state.push('hardbreak', 'br', 0);
    else pushImage(state, image[1] ?? '');
  }
  state.pos += match[0].length;
  return true;
}

function pushImage(state: StateInline, attributes: string): void {
  const source = attributeValue(attributes, 'src');
  const alt = attributeValue(attributes, 'alt');
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', state.md.validateLink(source) ? state.md.normalizeLink(source) : ''],
    ['alt', ''],
  ];
  token.content = alt;
  const text = new state.Token('text', '', 0);
  text.content = alt;
  token.children = [text];
}
