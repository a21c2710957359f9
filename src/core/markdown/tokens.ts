import type { Token } from 'markdown-it';

/** The rendered text of inline tokens; a line break is a space. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return plainText(token.children ?? []);
      return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
    })
    .join('');
}

/** Whether a token opens a quote of Markdown's, which may be a post; a `<blockquote>` of HTML is a citation. */
export function opensQuote({ type, markup }: Pick<Token, 'type' | 'markup'>): boolean {
  return type === 'blockquote_open' && markup !== 'html';
}

/** The value of an attribute; empty where the token has none. */
export function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** A fence's language in lower case; empty where it names none. */
export function fenceLanguage(token: Token): string {
  return (token.info.trim().split(/[\s{]/, 1)[0] ?? '').toLowerCase();
}

/** Sets the nesting level of each token by the elements that are open around it. */
export function setLevels(tokens: readonly Token[]): void {
  let level = 0;
  for (const token of tokens) {
    if (token.nesting === -1) level -= 1;
    token.level = level;
    if (token.nesting === 1) level += 1;
  }
}
