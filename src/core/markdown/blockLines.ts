import type { StateBlock } from 'markdown-it';

/** Offset of the first character of `line` that belongs to the current container. */
export function lineStart(state: StateBlock, line: number): number {
  return state.bMarks[line]! + state.tShift[line]!;
}

/** The text of a line in the current container, without indentation. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]);
}

/**
 * Whether tags on a line are read as tags rather than as indented code. Right below another line with tags they are, as
 * in HTML, whatever the indentation; elsewhere four columns make a code block.
 */
export function allowsTags(state: StateBlock, line: number): boolean {
  if (state.sCount[line]! - state.blkIndent < 4) return true;
  return line > 0 && !state.isEmpty(line - 1) && startsWithTag(state, line - 1);
}

function startsWithTag(state: StateBlock, line: number): boolean {
  return state.src.charCodeAt(lineStart(state, line)) === 0x3c;
}
