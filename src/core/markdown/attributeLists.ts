import type { StateInline } from 'markdown-it';

const ATTRIBUTE = String.raw`(?:[.#][\w:-]+|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
/** `{: .wide }` of Kramdown and Python-Markdown, in which words may refer to other lists. */
const KRAMDOWN_LIST = /\{:(?!:)[^{}\n]*\}/;
/** `{ .annotate }`, `{target=_blank}`, `{#id}`. */
const PLAIN_LIST = new RegExp(`\\{\\s*${ATTRIBUTE}(?:\\s+${ATTRIBUTE})*\\s*\\}`);
const LIST = new RegExp(`(?:${KRAMDOWN_LIST.source}|${PLAIN_LIST.source})`, 'y');
const CLASS_LIST = /^\{\s*\./;
/** In characters; bounds the work on texts that never close a list. */
const MAX_LENGTH = 500;
const ELEMENTS = /^(?:link_close|image|code_inline|strong_close|em_close|mark_close)$/;

/** Whether a line is nothing but an attribute list for the block above or below it. */
export function isAttributeList(line: string): boolean {
  const text = line.trim();
  return (
    text.startsWith('{') && (matchAt(text, 0) ?? '').length === text.length && /^\{[:\s]*[:.]/.test(text)
  );
}

/**
 * Hides attribute lists of other tools: Kramdown's anywhere, others right behind a link, an image or marked text, and lists
 * of classes at the end of a block. No attribute takes effect.
 */
export function attributeListRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || state.src.charAt(state.pos - 1) === '{') return false;
  const list = matchAt(state.src, state.pos);
  if (list === undefined || state.pos + list.length > state.posMax) return false;
  const isAtEnd =
    CLASS_LIST.test(list) &&
    /^\s*(?:\n|$)/.test(state.src.slice(state.pos + list.length, state.pos + list.length + 20));
  if (!list.startsWith('{:') && !isAtEnd && !followsElement(state)) return false;
  if (!silent) state.pending = state.pending.trimEnd();
  state.pos += list.length;
  return true;
}

function followsElement(state: StateInline): boolean {
  return state.pending === '' && ELEMENTS.test(state.tokens.at(-1)?.type ?? '');
}

/** The attribute list at an offset of a text. */
function matchAt(text: string, offset: number): string | undefined {
  LIST.lastIndex = 0;
  return LIST.exec(text.slice(offset, offset + MAX_LENGTH))?.[0];
}
