import type { StateBlock, StateInline } from 'markdown-it';
import { lineStart } from './blockLines';

const OPEN = '<!--';
const CLOSE = '-->';

/** Offset of the last end of a comment by parser state: a comment that opens behind it is never closed. */
const lastCloses = new WeakMap<object, number>();

/** Offset of the `-->` that ends a comment opened at `start`, or -1. */
function commentEnd(state: StateBlock | StateInline, start: number): number {
  let last = lastCloses.get(state);
  if (last === undefined) {
    last = state.src.lastIndexOf(CLOSE);
    lastCloses.set(state, last);
  }
  const from = start + OPEN.length;
  return last < from ? -1 : state.src.indexOf(CLOSE, from);
}

/** Tokenises a comment within a paragraph. */
export function inlineCommentRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(OPEN, state.pos)) return false;
  const end = commentEnd(state, state.pos);
  if (end === -1 || end > state.posMax) return false;
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
  if (end === -1) return false;
  const lineEnd = state.src.indexOf('\n', end);
  // With text behind it, it is an inline comment.
  if (state.src.slice(end + CLOSE.length, lineEnd === -1 ? undefined : lineEnd).trim() !== '') return false;
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < end) line += 1;
  if (line === endLine) return false;
  if (silent) return true;
  const token = state.push('archive_comment', '', 0);
  token.content = state.src.slice(start + OPEN.length, end).trim();
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}
