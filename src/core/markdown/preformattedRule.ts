import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';

const OPEN = /^<pre(?:\s[^<>]{0,500})?>/i;
const CLOSE = /<\/pre\s*>/i;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** By parser state the line up to which no `</pre>` was found. */
const unclosedUntil = new WeakMap<StateBlock, number>();

/** `<pre>` at the start of a line is a code block up to the line with `</pre>`: nothing in it is Markdown. */
export function preformattedRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (!OPEN.test(state.src.slice(start, start + 600)) || unclosedUntil.get(state) === endLine) return false;
  let last = startLine;
  while (last < endLine && !CLOSE.test(lineText(state, last))) last += 1;
  if (last === endLine) {
    unclosedUntil.set(state, endLine);
    return false;
  }
  if (silent) return true;
  const token = state.push('code_block', 'code', 0);
  token.map = [startLine, last + 1];
  token.content = textOf(state.getLines(startLine, last + 1, state.blkIndent, false));
  state.line = last + 1;
  return true;
}

/** The text of HTML, without tags and with the common entities decoded. */
function textOf(html: string): string {
  const text = html.replace(TAG, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return `${text.replace(/^\s*\n/, '').trimEnd()}\n`;
}
