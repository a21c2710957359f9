import type { StateBlock } from 'markdown-it';

/** Offset of the first character of `line` that belongs to the current container. */
export function lineStart(state: StateBlock, line: number): number {
  return state.bMarks[line]! + state.tShift[line]!;
}

/** The text of a line in the current container, without indentation. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]);
}
