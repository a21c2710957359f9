import type { StateBlock, StateCore, Token } from 'markdown-it';
import { lineStart } from './inlineTags';

const OPEN = /^<details(?:\s[^<>]*)?>\s*/i;
const SUMMARY = /^<summary(?:\s[^<>]*)?>(.*?)<\/summary>\s*/i;
const CLOSE = /^<\/details>\s*/i;

/**
 * A line made of `<details>`, `<summary>…</summary>` and `</details>` only. Text on the same line stays a
 * paragraph of its own, so nothing an author wrote is lost.
 */
export function detailsRule(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  let rest = state.src.slice(lineStart(state, startLine), state.eMarks[startLine]);
  const first = OPEN.exec(rest) ?? SUMMARY.exec(rest) ?? CLOSE.exec(rest);
  if (!first) return false;
  if (silent) return true;
  for (;;) {
    const open = OPEN.exec(rest);
    const summary = SUMMARY.exec(rest);
    const close = CLOSE.exec(rest);
    const found = open ?? summary ?? close;
    if (!found) break;
    if (open) push(state, 'details_open', 'details', 1, startLine);
    else if (close) push(state, 'details_close', 'details', -1, startLine);
    else pushText(state, 'summary', summary?.[1] ?? '', startLine);
    rest = rest.slice(found[0].length);
  }
  if (rest.trim() !== '') pushText(state, 'paragraph', rest.trim(), startLine, 'p');
  state.line = startLine + 1;
  return true;
}

function push(state: StateBlock, type: string, tag: string, nesting: -1 | 0 | 1, line: number): Token {
  const token = state.push(type, tag, nesting);
  token.map = [line, line + 1];
  token.block = true;
  return token;
}

function pushText(state: StateBlock, type: string, text: string, line: number, tag = type): void {
  push(state, `${type}_open`, tag, 1, line);
  const inline = push(state, 'inline', '', 0, line);
  inline.content = text;
  inline.children = [];
  push(state, `${type}_close`, tag, -1, line);
}

/**
 * Drops every `<details>` that its container does not close, and every close that opens nothing: an unclosed one
 * would swallow all that follows.
 */
export function balanceDetails(state: StateCore): void {
  const dropped = new Set<Token>();
  const open: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === 'details_close') {
      if (open.at(-1)?.type === 'details_open') open.pop();
      else dropped.add(token);
    } else if (token.nesting === 1) {
      open.push(token);
    } else if (token.nesting === -1) {
      for (let last = open.pop(); last?.type === 'details_open'; last = open.pop()) dropped.add(last);
    }
  }
  for (const token of open) dropped.add(token);
  state.tokens = state.tokens.filter((token) => !dropped.has(token));
  let level = 0;
  for (const token of state.tokens) {
    if (token.nesting === -1) level -= 1;
    token.level = level;
    if (token.nesting === 1) level += 1;
  }
}
