import type { StateCore, Token } from 'markdown-it';
import { shortcodeMark } from './shortcodeRule';
import { shortcodeAt, type Shortcode } from './shortcodes';

/** Makes marks of closing shortcodes at the end of a paragraph, where they close as they do on a line of their own. */
export function splitTrailingMarks(state: StateCore): readonly Token[] {
  const tokens: Token[] = [];
  let pending: Token[] = [];
  for (const token of state.tokens) {
    tokens.push(token);
    if (token.type === 'inline' && tokens.at(-2)?.type === 'paragraph_open') {
      for (let code = trailingClose(token.content); code !== undefined; code = trailingClose(token.content)) {
        const mark = shortcodeMark(code);
        if (mark === undefined) break;
        token.content = token.content.slice(0, -code.length).trimEnd();
        const [, end] = token.map ?? [0, 1];
        const close = new state.Token('box_mark', '', 0);
        close.block = true;
        close.map = [end, end];
        close.meta = { ...mark, contentLine: end };
        pending.unshift(close);
      }
    } else if (token.type === 'paragraph_close') {
      tokens.push(...pending);
      pending = [];
    }
  }
  return tokens;
}

/** The closing shortcode that a text ends with. */
function trailingClose(text: string): Shortcode | undefined {
  if (!text.endsWith('}')) return undefined;
  const brace = text.lastIndexOf('{%');
  const start = Math.max(text.lastIndexOf('{{'), text.charAt(brace - 1) === '{' ? brace - 1 : brace);
  const code = start === -1 ? undefined : shortcodeAt(text, start, text.length);
  return code?.isClosing === true && start + code.length === text.length ? code : undefined;
}
