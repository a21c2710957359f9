import type { StateBlock } from 'markdown-it';
import { allowsTags, lineStart, lineText } from './blockLines';
import { isBlockTag, isLayoutTag, tagAt, type Tag } from './tags';

const HEADING = /^<h([1-6])(?:\s[^<>]*)?>(.*)<\/h\1\s*>$/i;

/**
 * Hides lines with nothing but tags that lay out a page (`<div align="center">`, `</p>`, `<br>`). `<h2>…</h2>` on one
 * line is rendered as a heading, marked `html` since only Markdown's headings make the outline of a document.
 */
export function layoutRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || !allowsTags(state, startLine)) return false;
  const text = lineText(state, startLine).trimEnd();
  const heading = HEADING.exec(text);
  const tags = heading === null ? tagsOf(text) : [];
  if (tags === undefined) return false;
  // As in HTML, a paragraph is interrupted by block tags only.
  if (silent) return heading !== null || tags.some(isBlockTag);
  if (heading !== null) pushHeading(state, startLine, Number(heading[1]), heading[2] ?? '');
  for (const { name } of tags) {
    if (name === 'hr') state.push('hr', 'hr', 0).map = [startLine, startLine + 1];
  }
  state.line = startLine + 1;
  pushIndentedText(state, endLine);
  return true;
}

/** The tags of a line; `undefined` when it has anything besides layout tags and breaks. */
function tagsOf(text: string): readonly Tag[] | undefined {
  const tags: Tag[] = [];
  for (let at = 0; at < text.length;) {
    const tag = tagAt(text, at);
    if (tag === undefined || !(isLayoutTag(tag) || ['br', 'hr', 'img'].includes(tag.name))) return undefined;
    if (tag.name === 'img' && !tag.isClosing) return undefined;
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

/** Reads indented lines right below a tag as text, the way HTML is indented, and not as code. */
function pushIndentedText(state: StateBlock, endLine: number): void {
  for (; state.line < endLine && !state.isEmpty(state.line); state.line += 1) {
    if (state.sCount[state.line]! - state.blkIndent < 4) return;
    const text = lineText(state, state.line).trimEnd();
    if (text.startsWith('<') && tagsOf(text) !== undefined) continue;
    state.push('paragraph_open', 'p', 1).map = [state.line, state.line + 1];
    const inline = state.push('inline', '', 0);
    inline.map = [state.line, state.line + 1];
    inline.content = text;
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
  }
}
