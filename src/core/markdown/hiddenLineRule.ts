import type { StateBlock } from 'markdown-it';
import { isAttributeList } from './attributeLists';
import { lineStart, lineText } from './blockLines';

/** A place where a tool writes a table of contents: `[TOC]`, `[[toc]]`, `[[_TOC_]]`, `{:toc}`. */
const CONTENTS = /^(?:\[\[?_?toc_?\]?\]|\{:\s*toc\b[^{}]*\})$/i;
/** A file that a tool writes into the page: `<<< @/path` of VitePress, `--8<-- "path"` of PyMdown. */
const SNIPPET = /^(?:<<<\s+[@.~\w]\S*[/.]\S|-+8<-+\s+(?:["']\s*)?[^\s"'][^"']*["']?$)/;
const SNIPPET_FENCE = /^-+8<-+$/;
const LIST_ITEM = /^(?:[*+-]|\d{1,9}[.)])\s+\S/;
/** Lines of files in a block of PyMdown snippets. */
const MAX_SNIPPETS = 50;

/**
 * Hides lines that tell another tool to write something else there: a table of contents, a file, the attributes of a
 * block.
 */
export function hiddenLineRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const character = state.src.charAt(lineStart(state, startLine));
  if (!/[[{<*+\d-]/.test(character) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const lines = hiddenLines(state, startLine, endLine, lineText(state, startLine).trim());
  if (lines === 0) return false;
  if (!silent) state.line = startLine + lines;
  return true;
}

/** How many lines are hidden from a line on. */
function hiddenLines(state: StateBlock, line: number, endLine: number, text: string): number {
  if (CONTENTS.test(text) || SNIPPET.test(text) || isAttributeList(text)) return 1;
  // Kramdown puts the contents in place of a list.
  if (LIST_ITEM.test(text)) {
    const next = line + 1 < endLine ? lineText(state, line + 1).trim() : '';
    return next.startsWith('{:') && CONTENTS.test(next) ? 2 : 0;
  }
  if (!SNIPPET_FENCE.test(text)) return 0;
  for (let next = line + 1; next < Math.min(endLine, line + MAX_SNIPPETS); next += 1) {
    if (SNIPPET_FENCE.test(lineText(state, next).trim())) return next + 1 - line;
  }
  return 1;
}
