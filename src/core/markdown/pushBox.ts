import type { StateBlock } from 'markdown-it';
import { closingToken, openingTokens, type Box } from './boxes';

/** How deeply blocks nest before a box's content is left as it is: well below markdown-it's own limit, at which text is lost. */
const MAX_LEVEL = 60;

/**
 * Pushes a box whose content are the lines `contentLine` to `contentEnd`, indented by `indent` columns, and moves the
 * state below the box.
 *
 * @param endLine Line below the box.
 */
export function pushBox(state: StateBlock, startLine: number, box: Box, endLine: number): void {
  for (const token of openingTokens(state, box, [startLine, endLine])) {
    token.level = state.level;
    state.level += token.nesting;
    state.tokens.push(token);
  }
  parseInside(state, box);
  const close = closingToken(state, box, endLine);
  state.level -= 1;
  close.level = state.level;
  state.tokens.push(close);
  state.line = endLine;
}

/** Whether blocks are nested so deeply that another box is read as text. */
export function isTooDeep({ level }: StateBlock): boolean {
  return level >= MAX_LEVEL;
}

function parseInside(state: StateBlock, { contentLine, contentEnd, indent, form }: Box): void {
  if (contentLine >= contentEnd) return;
  const { blkIndent, lineMax, tight } = state;
  if (form === 'indented') state.blkIndent = indent;
  state.lineMax = contentEnd;
  state.md.block.tokenize(state, contentLine, contentEnd);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.tight = tight;
}
