import type { StateInline } from 'markdown-it';

const MARKER = '==';
/** In characters; bounds the work on texts that never close a mark. */
const MAX_LENGTH = 1_000;

/** Tokenises `==marked text==` of Obsidian and others. Between letters and numbers of ASCII it is an operator. */
export function markRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith(MARKER, pos) || /[\w=)\]]/.test(src.charAt(pos - 1))) return false;
  if (/[\s=]|^$/.test(src.charAt(pos + 2))) return false;
  const start = pos + MARKER.length;
  const end = closingMark(src.slice(start, Math.min(posMax, start + MAX_LENGTH)));
  if (end === -1) return false;
  if (!silent) {
    state.push('mark_open', 'mark', 1).markup = MARKER;
    state.pos = start;
    state.posMax = start + end;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1).markup = MARKER;
    state.posMax = posMax;
  }
  state.pos = start + end + MARKER.length;
  return true;
}

/** Offset of the marker that closes a mark, or -1. */
function closingMark(text: string): number {
  for (let at = text.indexOf(MARKER, 1); at !== -1; at = text.indexOf(MARKER, at + 1)) {
    if (!/[\s=]/.test(text.charAt(at - 1)) && !/[\w=(]/.test(text.charAt(at + 2))) return at;
  }
  return -1;
}
