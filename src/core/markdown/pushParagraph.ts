import type { StateBlock } from 'markdown-it';

/** Pushes a paragraph of one line's text. */
export function pushParagraph(state: StateBlock, line: number, text: string): void {
  state.push('paragraph_open', 'p', 1).map = [line, line + 1];
  const inline = state.push('inline', '', 0);
  inline.map = [line, line + 1];
  inline.content = text;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
}
