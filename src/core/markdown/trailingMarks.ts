import type { StateCore, Token } from 'markdown-it';
import { markOf, type BoxMark } from './boxMarks';
import { shortcodeMark } from './shortcodeRule';
import { shortcodeAt, type Shortcode } from './shortcodes';

/** In characters; bounds the work on texts that end with many shortcodes. */
const MAX_SHORTCODE_LENGTH = 2_000;

type Mark = Omit<BoxMark, 'contentLine'>;

/** Makes marks of what closes a box at the end of a paragraph, where it closes as it does on a line of its own. */
export function splitTrailingMarks(state: StateCore): readonly Token[] {
  const hasContainers = state.tokens.some((token) => markOf(token)?.key.startsWith(':') === true);
  const tokens: Token[] = [];
  let pending: Token[] = [];
  for (const token of state.tokens) {
    tokens.push(token);
    if (token.type === 'inline' && tokens.at(-2)?.type === 'paragraph_open') {
      for (;;) {
        const close = trailingClose(token.content, hasContainers);
        if (close === undefined) break;
        token.content = token.content.slice(0, -close.length).trimEnd();
        pending.push(closingMark(state, close.mark, token.map?.[1] ?? 1));
      }
    } else if (token.type === 'paragraph_close') {
      for (const close of pending.reverse()) tokens.push(close);
      pending = [];
    }
  }
  return tokens;
}

function closingMark(state: StateCore, mark: Mark, line: number): Token {
  const close = new state.Token('box_mark', '', 0);
  close.block = true;
  close.map = [line, line];
  close.meta = { ...mark, contentLine: line };
  return close;
}

/** What closes a box at the end of a text: a shortcode, or colons where there are containers. */
function trailingClose(
  text: string,
  hasContainers: boolean,
): { readonly mark: Mark; readonly length: number } | undefined {
  const length = hasContainers ? trailingColons(text) : 0;
  if (length > 0) return { mark: { key: ':'.repeat(length), unclosed: 'runs' }, length };
  const code = trailingShortcode(text);
  const mark = code === undefined ? undefined : shortcodeMark(code);
  return code === undefined || mark === undefined ? undefined : { mark, length: code.length };
}

/** How many colons a text ends with, where they close a container: three or more. */
export function trailingColons(text: string): number {
  let start = text.length;
  while (text.charAt(start - 1) === ':') start -= 1;
  return text.length - start >= 3 ? text.length - start : 0;
}

/** The closing shortcode that a text ends with. */
function trailingShortcode(text: string): Shortcode | undefined {
  if (!text.endsWith('}')) return undefined;
  const end = text.slice(-MAX_SHORTCODE_LENGTH);
  const brace = end.lastIndexOf('{%');
  const start = Math.max(end.lastIndexOf('{{'), end.charAt(brace - 1) === '{' ? brace - 1 : brace);
  const code = start === -1 ? undefined : shortcodeAt(end, start, end.length);
  return code?.isClosing === true && start + code.length === end.length ? code : undefined;
}
