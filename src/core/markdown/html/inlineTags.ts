import type { StateInline } from 'markdown-it';
import { pushImage } from '../pushImage';
import { componentAt } from './components';
import { decodeEntities, textOfHtml } from './htmlText';
import { closingPattern } from './scanHtml';
import { attributesOf, tagAt, type Tag } from './tags';

/**
 * Tokenises a tag: breaks, images and code become Markdown's tokens, any other tag of a known element or a component an
 * `html_tag`, which `pairInlineTags` makes an element of, hides, or turns back into text.
 */
export function inlineTagRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const tag = tagAt(state.src, state.pos) ?? componentAt(state.src, state.pos);
  if (tag === undefined || state.pos + tag.length > state.posMax) return false;
  if (tag.kind === 'code' && !tag.isClosing && pushCode(state, tag, silent)) return true;
  if (!silent) {
    if (tag.kind === 'break') state.push('hardbreak', 'br', 0);
    else if (tag.kind === 'image') {
      const { src = '', alt = '' } = attributesOf(tag);
      pushImage(state, src, alt);
    } else pushTag(state, tag);
  }
  state.pos += tag.length;
  return true;
}

function pushTag(state: StateInline, tag: Tag): void {
  const token = state.push('html_tag', '', 0);
  token.content = state.src.slice(state.pos, state.pos + tag.length);
  token.meta = { ...tag };
}

/** By parser state, the elements of code that are not closed any more. */
const unclosed = new WeakMap<StateInline, Set<string>>();

/** Reads code up to its closing tag; `false` where there is none, or where the code has links. */
function pushCode(state: StateInline, tag: Tag, silent: boolean): boolean {
  const names = unclosed.get(state) ?? new Set<string>();
  unclosed.set(state, names);
  if (names.has(tag.name)) return false;
  const from = state.pos + tag.length;
  const pattern = closingPattern(tag.name);
  pattern.lastIndex = from;
  const close = pattern.exec(state.src);
  if (close === null) names.add(tag.name);
  if (close === null || pattern.lastIndex > state.posMax) return false;
  const code = state.src.slice(from, close.index);
  if (/<a\s/i.test(code)) return false;
  state.pos = pattern.lastIndex;
  if (!silent) {
    const token = state.push('code_inline', 'code', 0);
    token.markup = '`';
    token.content = plainCode(code).replace(/\s+/g, ' ').trim();
  }
  return true;
}

/** The text of code. A tag that is not closed in it is what the code is about. */
function plainCode(html: string): string {
  const text = textOfHtml(html);
  return /<\w/.test(html) && (text.trim() === '' || !html.includes('</')) ? decodeEntities(html) : text;
}
