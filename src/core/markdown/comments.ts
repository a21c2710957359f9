import type { StateBlock, StateInline } from 'markdown-it';
import { lineStart } from './blockLines';

const OPEN = '<!--';
const CLOSE = '-->';

/** By parser state, a part of its text with a `-->` at its end and none before it. */
const searched = new WeakMap<object, { readonly from: number; readonly end: number }>();

/** Offset of the `-->` that ends a comment opened at `start`, `Infinity` where there is none. Each part of a text is searched once. */
function commentEnd(state: StateBlock | StateInline, start: number): number {
  const from = start + OPEN.length;
  const known = searched.get(state);
  if (known !== undefined && known.from <= from && from <= known.end) return known.end;
  const found = state.src.indexOf(CLOSE, from);
  const end = found === -1 ? Infinity : found;
  searched.set(state, { from, end });
  return end;
}

/** Tokenises a comment within a paragraph. */
export function inlineCommentRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(OPEN, state.pos)) return false;
  const end = commentEnd(state, state.pos);
  if (end > state.posMax) return false;
  if (!silent) {
    const token = state.push('archive_comment', '', 0);
    token.content = state.src.slice(state.pos + OPEN.length, end).trim();
  }
  state.pos = end + CLOSE.length;
  return true;
}

/** Tokenises a comment that begins a line, across as many lines as it takes. */
export function blockCommentRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.sCount[startLine]! - state.blkIndent >= 4 || !state.src.startsWith(OPEN, start)) return false;
  const end = commentEnd(state, start);
  if (end > state.eMarks[endLine - 1]!) return false;
  // With text behind it, it is an inline comment.
  if (!isBlankBehind(state.src, end + CLOSE.length)) return false;
  if (silent) return true;
  let line = startLine;
  while (state.eMarks[line]! < end) line += 1;
  const token = state.push('archive_comment', '', 0);
  token.content = state.src.slice(start + OPEN.length, end).trim();
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}

/** Whether the rest of a line is blank. */
function isBlankBehind(text: string, offset: number): boolean {
  let at = offset;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at).trim() === '') at += 1;
  return at >= text.length || text.charAt(at) === '\n';
}
