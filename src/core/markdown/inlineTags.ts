import type { StateBlock, StateInline } from 'markdown-it';
import { lineStart } from './blockLines';
import { attribute } from './elements';

const BREAK = /^<\/?br\s*\/?>/i;
const IMAGE = /^<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/i;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';
/** Longest `<img>` read as a tag, in characters; bounds the work on texts that never close one. */
const MAX_TAG_LENGTH = 2_000;

/** Where each text being parsed has its last comment end: what opens behind it is never closed. */
const lastCloses = new WeakMap<object, number>();

/** Offset of the `-->` that ends a comment opened at `start`, or -1. */
function commentEnd(state: StateBlock | StateInline, start: number): number {
  let last = lastCloses.get(state);
  if (last === undefined) {
    last = state.src.lastIndexOf(COMMENT_CLOSE);
    lastCloses.set(state, last);
  }
  const from = start + COMMENT_OPEN.length;
  return last < from ? -1 : state.src.indexOf(COMMENT_CLOSE, from);
}

/** Inline `<br>`, `<img>` and comments: the first two become the tokens Markdown itself would make. */
export function inlineTagRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  if (state.src.startsWith(COMMENT_OPEN, state.pos)) return inlineComment(state, silent);
  const rest = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_TAG_LENGTH));
  const lineBreak = BREAK.exec(rest);
  const image = lineBreak === null ? IMAGE.exec(rest) : null;
  const found = lineBreak ?? image;
  if (found === null) return false;
  if (!silent) {
    if (image === null) state.push('hardbreak', 'br', 0);
    else pushImage(state, image[1] ?? '');
  }
  state.pos += found[0].length;
  return true;
}

function inlineComment(state: StateInline, silent: boolean): boolean {
  const end = commentEnd(state, state.pos);
  if (end === -1 || end > state.posMax) return false;
  if (!silent) {
    const token = state.push('archive_comment', '', 0);
    token.content = state.src.slice(state.pos + COMMENT_OPEN.length, end).trim();
  }
  state.pos = end + COMMENT_CLOSE.length;
  return true;
}

function pushImage(state: StateInline, attributes: string): void {
  const source = attribute(attributes, 'src');
  const alt = attribute(attributes, 'alt');
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

/** A comment that begins a line, over as many lines as it takes. */
export function commentRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.sCount[startLine]! - state.blkIndent >= 4 || !state.src.startsWith(COMMENT_OPEN, start))
    return false;
  const end = commentEnd(state, start);
  if (end === -1) return false;
  const lineEnd = state.src.indexOf('\n', end);
  // Text behind the comment makes it an inline one.
  if (state.src.slice(end + COMMENT_CLOSE.length, lineEnd === -1 ? undefined : lineEnd).trim() !== '')
    return false;
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < end) line += 1;
  if (line === endLine) return false;
  if (silent) return true;
  const token = state.push('archive_comment', '', 0);
  token.content = state.src.slice(start + COMMENT_OPEN.length, end).trim();
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}
