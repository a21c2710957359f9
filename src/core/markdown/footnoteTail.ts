import type { StateCore, Token } from 'markdown-it';
import { resetUsedFootnotes, usedFootnotes, type FootnoteReference } from './footnotes';

/** The `meta` of `footnote_open` and `footnote_close` tokens. */
export interface Footnote {
  readonly number: number;
  /** How many references lead to it. */
  readonly references: number;
}

/** The footnote of a `footnote_open` or `footnote_close` token. */
export function footnoteOf(token: Token): Footnote {
  return token.meta as unknown as Footnote;
}

/** The reference of a `footnote_ref` token. */
export function referenceOf(token: Token): FootnoteReference {
  return token.meta as unknown as FootnoteReference;
}

/** Forgets the footnotes that another text with the same `env` referred to. */
export function beginFootnotes(state: StateCore): void {
  resetUsedFootnotes(state.env);
}

/**
 * Appends the footnotes that a text refers to: `footnotes_open`, for each `footnote_open` with a `Footnote`, its blocks
 * and `footnote_close`, then `footnotes_close`. Their tokens have no lines. A footnote may refer to others; each is
 * appended once.
 */
export function appendFootnotes(state: StateCore): void {
  const used = usedFootnotes(state.env);
  if (state.inlineMode || used.size === 0) return;
  const written: { readonly tokens: readonly Token[]; readonly footnote: Footnote }[] = [];
  push(state, 'footnotes_open', 'section', 1);
  // The map grows while footnotes refer to others.
  for (const footnote of used.values()) {
    const open = push(state, 'footnote_open', 'li', 1);
    for (const token of blocksOf(state, footnote.markdown)) state.tokens.push(token);
    written.push({ tokens: [open, push(state, 'footnote_close', 'li', -1)], footnote });
  }
  push(state, 'footnotes_close', 'section', -1);
  for (const { tokens, footnote } of written) {
    for (const token of tokens) token.meta = { number: footnote.number, references: footnote.references };
  }
}

function push(state: StateCore, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const token = new state.Token(type, tag, nesting);
  token.block = true;
  state.tokens.push(token);
  return token;
}

function blocksOf({ md, env }: StateCore, markdown: string): readonly Token[] {
  const inner = new md.core.State(markdown, md, env);
  for (const rule of md.core.ruler.getRules('')) {
    if (rule !== beginFootnotes && rule !== appendFootnotes) rule(inner);
  }
  for (const token of inner.tokens) token.map = null;
  return inner.tokens;
}
