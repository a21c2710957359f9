import type { StateBlock } from 'markdown-it';

/** Offset of the first character of `line` that belongs to the current container. */
export function lineStart(state: StateBlock, line: number): number {
  return state.bMarks[line]! + state.tShift[line]!;
}

/**
 * Whether a line of tags is read as such: as in HTML, indentation says nothing while the lines go on; only below a
 * blank line four columns make a code block.
 */
export function continuesHtml(state: StateBlock, line: number): boolean {
  if (state.sCount[line]! - state.blkIndent < 4) return true;
  return line > 0 && !state.isEmpty(line - 1) && isTag(state, line - 1);
}

function isTag(state: StateBlock, line: number): boolean {
  return state.src.charCodeAt(lineStart(state, line)) === 0x3c;
}
