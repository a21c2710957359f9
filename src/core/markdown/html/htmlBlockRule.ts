import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from '../blockLines';
import { closedComponents, componentAt, isSurelyComponent } from './components';
import { elementKind, isBlockKind } from './elements';
import { holdsOnlyHiddenTags } from './hiddenTags';
import { closingPattern } from './scanHtml';

/** The `meta` of `html_chunk` tokens. */
export interface ChunkMeta {
  /** Offset in the parsed text of the end of each line. */
  readonly lineEnds: readonly number[];
}

const NAME = /^<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)/;
const RAW_OPEN = /<(pre|script|style|svg|math)(?=[\s>])|<(!--)/gi;
/** In characters; where a component's tag is looked for. */
const MAX_TAG_LENGTH = 4_000;

/**
 * Takes the lines from one that begins with a block tag to the next blank line, or to one that begins another block of
 * Markdown, as one `html_chunk`; `buildHtmlTree` makes elements of these. Code in `<pre>`, scripts and comments belong to
 * it as a whole. Lines with nothing but hidden tags (`<br>`, `<span>`, `<a name>`) are left out.
 */
export function htmlBlockRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.src.charCodeAt(lineStart(state, startLine)) !== 0x3c) return false;
  if (!startsChunk(state, startLine)) {
    if (silent || isCode(state, startLine) || !holdsOnlyHiddenTags(lineText(state, startLine))) return false;
    state.line = startLine + 1;
    return true;
  }
  if (silent) return true;
  const end = endOfChunk(state, startLine, endLine);
  const token = state.push('html_chunk', '', 0);
  token.map = [startLine, end];
  token.content = state.getLines(startLine, end, state.blkIndent, false);
  const lineEnds = state.eMarks.slice(startLine, end);
  token.meta = { lineEnds } satisfies ChunkMeta;
  noteOpenElements(state, token.content);
  state.line = end;
  return true;
}

function isCode(state: StateBlock, line: number): boolean {
  return state.sCount[line]! - state.blkIndent >= 4;
}

function startsChunk(state: StateBlock, line: number): boolean {
  const start = lineStart(state, line);
  const text = state.src.slice(start, state.eMarks[line]);
  const [, slash, written = ''] = NAME.exec(text) ?? [];
  const name = written.toLowerCase();
  if (written !== '' && (written === name || (written === written.toUpperCase() && name.length > 1))) {
    const kind = elementKind(name);
    if (isBlockKind(kind)) return !isCode(state, line) || belongsToOpenElement(state, name, slash === '/');
  }
  return !isCode(state, line) && startsWithComponent(state, start, text);
}

/** Whether a line begins with a component: one that is surely none of prose, or is alone on its line and has a partner. */
function startsWithComponent(state: StateBlock, start: number, line: string): boolean {
  const tag = componentAt(state.src.slice(start, start + MAX_TAG_LENGTH), 0);
  if (tag === undefined) return false;
  if (isSurelyComponent(tag)) return true;
  const rest = line.slice(tag.length).trim();
  if (tag.isClosing) return rest === '';
  const isElement = rest === '' || rest.endsWith(`</${tag.name}>`);
  return isElement && closedComponents(state, state.src).has(tag.name);
}

/** By parser state, how many elements of a name were opened and not closed. */
const openElements = new WeakMap<StateBlock, Map<string, number>>();
const TAG_NAMES = /<(\/?)(table|tbody|td|th|thead|tr|ul|ol|li|dl|dt|dd|details|div)(?=[\s>])/gi;

function noteOpenElements(state: StateBlock, text: string): void {
  const open = openElements.get(state) ?? new Map<string, number>();
  openElements.set(state, open);
  for (const [, slash, name = ''] of text.matchAll(TAG_NAMES)) {
    const key = name.toLowerCase();
    open.set(key, Math.max(0, (open.get(key) ?? 0) + (slash === '/' ? -1 : 1)));
  }
}

/** The elements that a part of a table, a list or a definition list can only be in. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  tr: ['table'],
  td: ['table'],
  th: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  summary: ['details'],
};

/** Whether an indented tag belongs to an element that is open: then its indentation makes no code of it. */
function belongsToOpenElement(state: StateBlock, name: string, isClosing: boolean): boolean {
  const open = openElements.get(state);
  if (open === undefined) return false;
  return (isClosing ? [name] : (PARENTS[name] ?? [])).some((parent) => (open.get(parent) ?? 0) > 0);
}

function endOfChunk(state: StateBlock, startLine: number, endLine: number): number {
  const interrupts = interruptingRules(state);
  let isInTag = false;
  let line = startLine;
  while (line < endLine) {
    if (line > startLine && (state.isEmpty(line) || state.sCount[line]! < state.blkIndent)) break;
    const isText = line > startLine && !isInTag && !isCode(state, line);
    if (isText && interrupts.some((rule) => rule(state, line, endLine, true))) break;
    const rawEnd = endOfRaw(state, line, endLine);
    const text = lineText(state, rawEnd);
    isInTag = isInTag && rawEnd === line ? !text.includes('>') : /<[A-Za-z][^<>]*$/.test(text);
    line = rawEnd + 1;
  }
  return line;
}

type BlockRule = ReturnType<StateBlock['md']['block']['ruler']['getRules']>[number];

/** The rules that may interrupt a paragraph, without this one. */
function interruptingRules(state: StateBlock): readonly BlockRule[] {
  return state.md.block.ruler.getRules('paragraph').filter((rule) => rule !== htmlBlockRule);
}

/** By parser state, the line up to which no closing tag of an element was found. */
const unclosedUntil = new WeakMap<StateBlock, Map<string, number>>();

/** The line that closes a `<pre>`, a script or a comment that begins on a line and is open at its end; else the line itself. */
function endOfRaw(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine;
  let name = openRaw(lineText(state, line));
  while (name !== undefined) {
    const close = closingLine(state, name, line + 1, endLine);
    if (close === undefined) return line;
    line = close.line;
    name = openRaw(close.rest);
  }
  return line;
}

/** The name of the raw element that is open at the end of a line. */
function openRaw(line: string): string | undefined {
  if (!line.includes('<')) return undefined;
  const text = line.replace(/`[^`]*`/g, '');
  RAW_OPEN.lastIndex = 0;
  for (let match = RAW_OPEN.exec(text); match !== null; match = RAW_OPEN.exec(text)) {
    const name = (match[1] ?? match[2] ?? '').toLowerCase();
    const close = closingPattern(name);
    close.lastIndex = match.index;
    if (close.exec(text) === null) return name;
    RAW_OPEN.lastIndex = close.lastIndex;
  }
  return undefined;
}

function closingLine(
  state: StateBlock,
  name: string,
  startLine: number,
  endLine: number,
): { readonly line: number; readonly rest: string } | undefined {
  const unclosed = unclosedUntil.get(state) ?? new Map<string, number>();
  unclosedUntil.set(state, unclosed);
  if (unclosed.get(name) === endLine) return undefined;
  const close = closingPattern(name);
  for (let line = startLine; line < endLine; line += 1) {
    if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) return undefined;
    const text = lineText(state, line);
    close.lastIndex = 0;
    const match = close.exec(text);
    if (match !== null) return { line, rest: text.slice(close.lastIndex) };
  }
  unclosed.set(name, endLine);
  return undefined;
}
