import type { StateBlock, StateCore, Token } from 'markdown-it';
import { boxKindOf, type BoxKind } from './boxKinds';

/**
 * A box of another tool's Markdown: an admonition, a callout, a container, a folded part or a tab. It is the `meta` of a
 * `box_open` token, whose `map` has all lines of the box. Where the box has a title, the tokens `box_title_open`,
 * `inline` and `box_title_close` follow; then those of its content, and `box_close`.
 */
export interface Box {
  readonly kind: BoxKind;
  /** Inline Markdown as written; empty where there is none. */
  readonly title: string;
  readonly isFoldable: boolean;
  /** Whether the content shows without unfolding. */
  readonly isOpen: boolean;
  /** How the content is told apart: by quote markers, by indentation, or by lines above and below it. */
  readonly form: 'quote' | 'indented' | 'fenced';
  /** First line of the parsed text below the title. */
  readonly contentLine: number;
  /** Line below the content: that of the closing mark, where there is one. */
  readonly contentEnd: number;
  /** Columns of indentation that belong to no content, for `indented`; else 0. */
  readonly indent: number;
}

/** What the opening line of a box says. */
export interface BoxHead {
  /** As the author wrote it, such as `Warning` or `callout-tip`. */
  readonly type: string;
  readonly title: string;
  /** Absent for a box that does not fold. */
  readonly fold?: 'open' | 'closed' | undefined;
}

/** The box of a `box_open` token. */
export function boxOf(token: Token): Box {
  return token.meta as unknown as Box;
}

/** A box as its head describes it; boxes that are folded parts by their kind fold always. */
export function makeBox(
  { type, title, fold }: BoxHead,
  place: Pick<Box, 'form' | 'contentLine' | 'contentEnd' | 'indent'>,
): Box {
  const kind = boxKindOf(type) ?? 'note';
  const folding = fold ?? (kind === 'details' ? 'closed' : undefined);
  const isFoldable = folding !== undefined;
  return { kind, title: title.trim(), isFoldable, isOpen: folding !== 'closed', ...place };
}

/** The tokens that open a box: `box_open` and, where there is one, its title. Their levels are not set. */
export function openingTokens(state: StateBlock | StateCore, box: Box, map: [number, number]): Token[] {
  const open = new state.Token('box_open', box.isFoldable ? 'details' : 'aside', 1);
  open.block = true;
  open.map = map;
  open.meta = { ...box };
  return box.title === '' ? [open] : [open, ...titleTokens(state, box, map[0])];
}

/** The token that closes a box. */
export function closingToken(state: StateBlock | StateCore, { isFoldable }: Box, line: number): Token {
  const close = new state.Token('box_close', isFoldable ? 'details' : 'aside', -1);
  close.block = true;
  close.map = [line, line];
  return close;
}

function titleTokens(state: StateBlock | StateCore, { title, isFoldable }: Box, line: number): Token[] {
  const tag = isFoldable ? 'summary' : 'p';
  const tokens = [
    new state.Token('box_title_open', tag, 1),
    new state.Token('inline', '', 0),
    new state.Token('box_title_close', tag, -1),
  ];
  for (const token of tokens) {
    token.block = true;
    token.map = [line, line + 1];
    if (token.type !== 'inline') continue;
    token.content = title;
    token.children = [];
  }
  return tokens;
}
