import type { StateInline } from 'markdown-it';
import { pushImage } from './pushImage';
import { shortcodeAt, type Shortcode } from './shortcodes';

const IMAGE = /^(?:figure|image|img)$/;
const REFERENCE = /^(?:ref|relref|link|post_url|doc_url)$/;
const LINK = /\]\(\{[{%]/;

/** By parser state whether its text has a link to a shortcode. */
const hasLinks = new WeakMap<StateInline, boolean>();

/** Hides shortcodes in text, and keeps what they enclose. Those that show a picture are images. */
export function inlineShortcodeRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  const code = shortcodeAt(state.src, state.pos, state.posMax);
  if (code === undefined) return false;
  const source = IMAGE.test(code.name) ? (code.named.get('src') ?? code.named.get('link')) : undefined;
  if (!silent && source !== undefined) pushImage(state, source, altOf(code));
  state.pos += code.length;
  return true;
}

/** Tokenises a link whose target is a shortcode that refers to another page: `[text]({{< ref "page" >}})`. */
export function shortcodeLinkRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const hasLink = hasLinks.get(state) ?? LINK.test(state.src);
  hasLinks.set(state, hasLink);
  if (!hasLink) return false;
  const { md, pos, posMax } = state;
  const end = md.helpers.parseLinkLabel(state, pos, true);
  if (end < 0 || state.src.charAt(end + 1) !== '(') return false;
  const code = shortcodeAt(state.src, end + 2, posMax);
  const after = end + 2 + (code?.length ?? 0);
  if (code === undefined || state.src.charAt(after) !== ')') return false;
  if (!silent) {
    const href = REFERENCE.test(code.name) ? (code.values[0] ?? code.named.get('path') ?? '') : '';
    state.push('link_open', 'a', 1).attrs = [['href', md.validateLink(href) ? md.normalizeLink(href) : '']];
    state.pos = pos + 1;
    state.posMax = end;
    state.linkLevel += 1;
    md.inline.tokenize(state);
    state.linkLevel -= 1;
    state.push('link_close', 'a', -1);
    state.posMax = posMax;
  }
  state.pos = after + 1;
  return true;
}

function altOf({ named }: Shortcode): string {
  return named.get('alt') ?? named.get('caption') ?? named.get('title') ?? '';
}
