import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';
import { boxKindOf, isGenericBox } from './boxKinds';
import { makeBox } from './boxes';
import { isTooDeep, pushBox } from './pushBox';

const OPENING = /^(`{3,}|~{3,})\{([\w-]+)\}\s*((?:[^\s`][^`]*)?)$/;
const OPTION = /^:([\w-]+):\s*((?:\S.*)?)$/;

/** Tokenises the admonitions of MyST, which are written as fences: ```` ```{note} Title ````. Other directives are code. */
export function directiveFenceRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const character = state.src.charCodeAt(lineStart(state, startLine));
  if (character !== 0x60 && character !== 0x7e) return false;
  if (state.sCount[startLine]! - state.blkIndent >= 4 || isTooDeep(state)) return false;
  const [whole, fence = '', type = '', title = ''] = OPENING.exec(lineText(state, startLine)) ?? [];
  if (whole === undefined || (boxKindOf(type) === undefined && !isGenericBox(type))) return false;
  if (silent) return true;
  let contentLine = startLine + 1;
  const options = new Map<string, string>();
  for (; contentLine < endLine; contentLine += 1) {
    const [, name, value = ''] = OPTION.exec(lineText(state, contentLine)) ?? [];
    if (name === undefined) break;
    options.set(name, value);
  }
  const contentEnd = endOfFence(state, fence, contentLine, endLine);
  const isClosed = contentEnd < endLine && isClosing(lineText(state, contentEnd), fence);
  const classes = (options.get('class') ?? '').split(/[\s,]+/);
  const fold = options.has('open') ? 'open' : classes.includes('dropdown') ? 'closed' : undefined;
  const isTyped = isGenericBox(type);
  const classType = isTyped
    ? classes.find((name) => boxKindOf(name) !== undefined && name !== 'dropdown')
    : undefined;
  const place = { form: 'fenced', contentLine, contentEnd, indent: 0 } as const;
  const box = makeBox({ type: classType ?? type, title, fold }, place);
  pushBox(state, startLine, box, contentEnd + (isClosed ? 1 : 0));
  return true;
}

/** The line that closes a fence; where none does, the line below its container. */
function endOfFence(state: StateBlock, fence: string, from: number, endLine: number): number {
  for (let line = from; line < endLine; line += 1) {
    if (state.isEmpty(line)) continue;
    if (state.sCount[line]! < state.blkIndent) return line;
    if (state.sCount[line]! - state.blkIndent < 4 && isClosing(lineText(state, line), fence)) return line;
  }
  return endLine;
}

function isClosing(text: string, fence: string): boolean {
  const line = text.trimEnd();
  return line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}
