import type { Token } from './markdown';

/** The text of inline tokens as a reader sees it; a line break is a space. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return plainText(token.children ?? []);
      return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
    })
    .join('');
}

/** A token's attribute, or an empty text. */
export function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** A fence's language in lower case, or an empty text. */
export function fenceLanguage(token: Token): string {
  return (token.info.trim().split(/[\s{]/, 1)[0] ?? '').toLowerCase();
}
