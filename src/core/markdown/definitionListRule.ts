import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';
import { isAttributeList } from './attributeLists';
import { isTooDeep } from './pushBox';

/** Columns of the marker and one space; authors indent further lines by that or by more. */
const INDENT = 2;

/** A term and the line of its first definition. */
interface Term {
  readonly line: number;
  readonly definitionLine: number;
}

/**
 * Tokenises definition lists as Kramdown, PHP Markdown Extra and Pandoc write them: a term on one line, then definitions
 * that begin with `: `. A blank line or an attribute list may stand between. Definitions hold blocks, indented below it.
 */
export function definitionListRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (silent || isTooDeep(state)) return false;
  let term = termAt(state, startLine, endLine);
  if (term === undefined) return false;
  const open = state.push('dl_open', 'dl', 1);
  const lines: [number, number] = [startLine, startLine];
  open.map = lines;
  while (term !== undefined) {
    pushTerm(state, term.line);
    let next: number | undefined = term.definitionLine;
    while (next !== undefined && next < endLine && isDefinition(state, next)) {
      pushDefinition(state, next, endLine);
      lines[1] = state.line;
      next = skipBlank(state, state.line, endLine);
    }
    term = next === undefined ? undefined : termAt(state, next, endLine, true);
  }
  state.push('dl_close', 'dl', -1);
  state.line = lines[1];
  return true;
}

function pushTerm(state: StateBlock, line: number): void {
  state.push('dt_open', 'dt', 1).map = [line, line + 1];
  const inline = state.push('inline', '', 0);
  inline.map = [line, line + 1];
  inline.content = lineText(state, line).trim();
  inline.children = [];
  state.push('dt_close', 'dt', -1);
}

/** Pushes the definition that begins on a line, and moves the state below it. */
function pushDefinition(state: StateBlock, line: number, endLine: number): void {
  const { blkIndent, lineMax, tight } = state;
  const text = state.skipSpaces(lineStart(state, line) + 1);
  const open = state.push('dd_open', 'dd', 1);
  const lines: [number, number] = [line, line];
  open.map = lines;
  const first = state.tokens.length;
  const oldShift = state.tShift[line]!;
  const oldColumns = state.sCount[line]!;
  state.lineMax = endOfDefinition(state, line, endLine);
  state.blkIndent += INDENT;
  state.tShift[line] = text - state.bMarks[line]!;
  state.sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, state.lineMax);
  state.tShift[line] = oldShift;
  state.sCount[line] = oldColumns;
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.tight = tight;
  lines[1] = state.line;
  hideOnlyParagraph(state, first);
  state.push('dd_close', 'dd', -1);
}

/** A definition that is one paragraph shows without its own margins, as in a tight list. */
function hideOnlyParagraph(state: StateBlock, first: number): void {
  const [open, , close] = state.tokens.slice(first, first + 4);
  if (state.tokens.length !== first + 3 || open?.type !== 'paragraph_open' || close === undefined) return;
  open.hidden = true;
  close.hidden = true;
}

/** The line below a definition: the next definition or term, or one that is not indented behind a blank line. */
function endOfDefinition(state: StateBlock, line: number, endLine: number): number {
  let end = line + 1;
  for (let next = line + 1; next < endLine; next += 1) {
    if (state.isEmpty(next)) continue;
    const columns = state.sCount[next]! - state.blkIndent;
    if (columns < INDENT) {
      const isLazy = end === next && columns >= 0;
      if (!isLazy || isDefinition(state, next) || (next + 1 < endLine && isDefinition(state, next + 1)))
        break;
    }
    end = next + 1;
  }
  return end;
}

/** The term on a line that a definition follows. */
function termAt(state: StateBlock, line: number, endLine: number, isBelow = false): Term | undefined {
  if (line + 1 >= endLine || state.isEmpty(line) || !isText(state, line) || isDefinition(state, line))
    return undefined;
  let next = line + 1;
  if (isAttributeList(lineText(state, next))) next += 1;
  if (next < endLine && state.isEmpty(next)) next += 1;
  if (next >= endLine || !isDefinition(state, next)) return undefined;
  return isBelow && startsOtherBlock(state, line, endLine) ? undefined : { line, definitionLine: next };
}

function startsOtherBlock(state: StateBlock, line: number, endLine: number): boolean {
  return state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, endLine, true));
}

function isDefinition(state: StateBlock, line: number): boolean {
  const start = lineStart(state, line);
  if (state.src.charCodeAt(start) !== 0x3a || !isText(state, line)) return false;
  return /^:[ \t]+\S/.test(state.src.slice(start, Math.min(state.eMarks[line]!, start + 20)));
}

/** Whether a line belongs to the container and is no indented code. */
function isText(state: StateBlock, line: number): boolean {
  const columns = state.sCount[line]! - state.blkIndent;
  return columns >= 0 && columns < 4;
}

function skipBlank(state: StateBlock, from: number, endLine: number): number | undefined {
  let line = from;
  while (line < endLine && state.isEmpty(line)) line += 1;
  return line < endLine ? line : undefined;
}
