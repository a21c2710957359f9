import type { StateBlock, Token } from 'markdown-it';
import type { BoxHead } from './boxes';

/**
 * A line that opens or closes a box, before lines are paired: the `meta` of a `box_mark` token. Openings and closings are
 * paired after the blocks are parsed, in one pass, so that unclosed and deeply nested boxes take linear time.
 */
export interface BoxMark {
  /** What a closing must have in common with its opening: the marker, or the name of a shortcode. */
  readonly key: string;
  /** Absent for a closing. */
  readonly head?: BoxHead;
  /** For an opening, the first line below it that is content. */
  readonly contentLine: number;
  /** What an opening is that nothing closes: a box up to the next heading or box, or an empty one. */
  readonly unclosed: 'runs' | 'empty';
}

/** Pushes the token of a mark that begins on `line`. */
export function pushMark(state: StateBlock, line: number, mark: BoxMark): void {
  const token = state.push('box_mark', '', 0);
  token.map = [line, line + 1];
  token.meta = { ...mark };
}

/** The mark of a token; `undefined` for other tokens. */
export function markOf(token: Token): BoxMark | undefined {
  return token.type === 'box_mark' ? (token.meta as unknown as BoxMark) : undefined;
}
