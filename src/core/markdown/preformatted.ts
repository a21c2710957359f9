import type { StateBlock } from 'markdown-it';
import { lineStart } from './blockLines';

const OPEN = /^<pre(?:\s[^<>]{0,500})?>/i;
const CLOSE = /<\/pre\s*>/i;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** For each text being parsed the lines up to which a `<pre>` was looked for in vain. */
const unclosed = new WeakMap<StateBlock, number>();

/** `<pre>` at the start of a line, up to the line with `</pre>`, is a block of code: nothing in it is Markdown. */
export function preformattedRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (!OPEN.test(state.src.slice(start, start + 600)) || unclosed.get(state) === endLine) return false;
  let last = startLine;
  while (last < endLine && !CLOSE.test(lineText(state, last))) last += 1;
  if (last === endLine) {
    unclosed.set(state, endLine);
    return false;
  }
  if (silent) return true;
  const token = state.push('code_block', 'code', 0);
  token.map = [startLine, last + 1];
  token.content = textOf(state.getLines(startLine, last + 1, state.blkIndent, false));
  state.line = last + 1;
  return true;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
}

function textOf(html: string): string {
  const text = html.replace(TAG, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return `${text.replace(/^\s*\n/, '').trimEnd()}\n`;
}
