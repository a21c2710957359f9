import type { StateCore, Token } from 'markdown-it';

/** First line, counted as in tokens, and the line below the last one. */
export type Lines = [number, number];

/** Writes block tokens that are marked `html`. */
export class TokenWriter {
  readonly tokens: Token[] = [];

  constructor(private readonly state: StateCore) {}

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  push(type: string, tag: string, nesting: -1 | 0 | 1, lines?: Lines): Token {
    const token = new this.state.Token(type, tag, nesting);
    token.block = true;
    token.markup = 'html';
    if (lines !== undefined) token.map = [...lines];
    this.tokens.push(token);
    return token;
  }

  pushInline(text: string, lines: Lines): void {
    const inline = this.push('inline', '', 0, lines);
    inline.content = text;
    inline.children = [];
  }

  /** @param isTight Whether it is not rendered as a paragraph, as in a list without blank lines. */
  pushParagraph(text: string, lines: Lines, isTight: boolean): void {
    this.push('paragraph_open', 'p', 1, lines).hidden = isTight;
    this.pushInline(text, lines);
    this.push('paragraph_close', 'p', -1).hidden = isTight;
  }
}
