import type { StateBlock } from 'markdown-it';
import { continuesHtml, lineStart } from './blockLines';
import { beginsBlock, isLayout, tagAt, type Tag } from './elements';

const HEADING = /^<h([1-6])(?:\s[^<>]*)?>(.*)<\/h\1\s*>$/i;

/**
 * Lines made of nothing but tags that lay a page out (`<div align="center">`, `</p>`, `<br>`): they are not shown,
 * and no paragraph. `<h2>…</h2>` on one line is a heading to look at; the outline of a document is Markdown's.
 */
export function layoutRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || !continuesHtml(state, startLine)) return false;
  const text = lineText(state, startLine);
  const heading = HEADING.exec(text);
  const tags = heading === null ? tagsOf(text) : [];
  if (tags === undefined) return false;
  // Between the lines of a paragraph, as in HTML, only a block's tag ends it.
  if (silent) return heading !== null || tags.some(beginsBlock);
  if (heading !== null) pushHeading(state, startLine, Number(heading[1]), heading[2] ?? '');
  for (const { name } of tags) {
    if (name === 'hr') state.push('hr', 'hr', 0).map = [startLine, startLine + 1];
  }
  state.line = startLine + 1;
  pushIndented(state, endLine);
  return true;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]).trimEnd();
}

/** The tags a line consists of, or `undefined` when it holds anything else. */
function tagsOf(text: string): readonly Tag[] | undefined {
  const tags: Tag[] = [];
  for (let at = 0; at < text.length;) {
    const tag = tagAt(text, at);
    if (tag === undefined || !(isLayout(tag) || ['br', 'hr', 'img'].includes(tag.name))) return undefined;
    if (tag.name === 'img' && !tag.closing) return undefined;
    if (tag.name === 'a' && !text.startsWith('</a>', at + tag.length)) return undefined;
    tags.push(tag);
    at += tag.length + (tag.name === 'a' ? '</a>'.length : 0);
    while (/\s/.test(text.charAt(at))) at += 1;
  }
  return tags;
}

function pushHeading(state: StateBlock, line: number, level: number, text: string): void {
  const tag = `h${String(level)}`;
  for (const [type, nesting] of [
    ['heading_open', 1],
    ['inline', 0],
    ['heading_close', -1],
  ] as const) {
    const token = state.push(type, nesting === 0 ? '' : tag, nesting);
    token.map = [line, line + 1];
    token.markup = 'html';
    if (nesting !== 0) continue;
    token.content = text.trim();
    token.children = [];
  }
}

/** Lines that go on below a tag, set in as one sets in HTML, are text and no code. */
function pushIndented(state: StateBlock, endLine: number): void {
  for (; state.line < endLine && !state.isEmpty(state.line); state.line += 1) {
    if (state.sCount[state.line]! - state.blkIndent < 4) return;
    const text = lineText(state, state.line);
    if (text.startsWith('<') && tagsOf(text) !== undefined) continue;
    state.push('paragraph_open', 'p', 1).map = [state.line, state.line + 1];
    const inline = state.push('inline', '', 0);
    inline.map = [state.line, state.line + 1];
    inline.content = text;
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
  }
}
