import type { StateCore, Token } from 'markdown-it';

/** The `meta` of a `heading_open` whose heading declares anchors. */
interface HeadingMeta {
  readonly anchors?: readonly string[];
}

/**
 * One item of an attribute list: an anchor, a class, a key with its value, or `-` (no number).
 * https://python-markdown.github.io/extensions/attr_list/, https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
const ATTRIBUTE = /^(?:[#.][^\s{}]+|-|[\w-]+=\S*)$/;
const LINK_ANCHOR = /<a\s[^<>]{0,300}?\b(?:id|name)\s*=\s*["']?([^\s"'<>]{1,200})/gi;
/** A rule, which turns the paragraph right above it into a heading. */
const RULE = /(?:^|[^-])---[ \t]*$/;
/** The end of a sentence that is no title. */
const SENTENCE_END = /[.。]$/;
/** The same where a heading would have no text of its own: also as people end messages in chats. */
const MESSAGE_END = /(?:[!！…)~]|다|[아어여해세네데까]요|죠|[ㅎㅋㅠㅜ]{2})$/u;

/** The anchors that a heading declares, as they are written, without `#`. */
export function headingAnchors({ meta }: Token): readonly string[] {
  return (meta as HeadingMeta | null)?.anchors ?? [];
}

/** Anchors that `<a id="x">` or `<a name="x">` set in a text. */
export function anchorsInText(text: string): readonly string[] {
  return [...text.matchAll(LINK_ANCHOR)].map(([, anchor = '']) => anchor);
}

/**
 * Reads the dialects of headings in block tokens: an attribute list at the end of a heading (`{#x .wide}`, `{: #x }`)
 * or MDX's comment in its place names anchors and is no text, and a sentence right above a rule is a paragraph.
 */
export function readHeadings(state: StateCore): void {
  state.tokens.forEach((token, at) => {
    const inline = state.tokens[at + 1];
    if (token.type === 'heading_open' && inline?.type === 'inline') takeAttributes(token, inline);
  });
  separateRules(state);
}

function takeAttributes(heading: Token, inline: Token): void {
  const anchors = [...headingAnchors(heading), ...anchorsInText(inline.content)];
  for (;;) {
    const list = attributeListAt(inline.content);
    if (list === undefined) break;
    inline.content = inline.content.slice(0, list.start).trimEnd();
    if (list.anchor !== undefined) anchors.push(list.anchor);
  }
  if (anchors.length > 0)
    heading.meta = { ...(heading.meta as object | null), anchors } satisfies HeadingMeta;
}

/** The attribute list that a heading ends with; one that is escaped (`\{#x}`), as MDX requires, is one as well. */
function attributeListAt(text: string): { readonly start: number; readonly anchor?: string } | undefined {
  if (!text.endsWith('}')) return undefined;
  const open = text.lastIndexOf('{');
  const start = text[open - 1] === '\\' ? open - 1 : open;
  if (open < 1 || text[open - 1] === '{') return undefined;
  const inner = text
    .slice(open + 1, -1)
    .replace(/\\$/, '')
    .trim();
  const comment = /^\/\*(.*)\*\/$/su.exec(inner)?.[1]?.trim();
  if (comment !== undefined) return /^\S+$/.test(comment) ? { start, anchor: comment } : { start };
  const items = inner.replace(/^:\s*/, '').split(/\s+/);
  if (!items.every((item) => ATTRIBUTE.test(item))) return undefined;
  const anchor = items.find((item) => item.startsWith('#'))?.slice(1);
  return anchor === undefined ? { start } : { start, anchor };
}

/**
 * Makes paragraphs of the headings that are none: a `---` right below a sentence is a rule whose author left out the
 * blank line. What counts is how the text ends, and on a page that marks its headings with `#`, whether anything is
 * below it.
 */
function separateRules(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some(({ markup, type }) => type === 'heading_open' && markup === '-')) return;
  const lines = state.src.split('\n');
  const isRule = (token: Token): boolean => RULE.test(lines[(token.map?.[1] ?? 0) - 1] ?? '');
  const underlines = tokens.some(
    (token) =>
      token.type === 'heading_open' && (token.markup === '=' || (token.markup === '-' && !isRule(token))),
  );
  const separated: Token[] = [];
  tokens.forEach((token, at) => {
    separated.push(token);
    if (token.type !== 'heading_close' || token.markup !== '-') return;
    const [open, inline] = [tokens[at - 2]!, tokens[at - 1]!];
    if (!isRule(open) || !isParagraph(tokens, at - 2, inline.content.trim(), underlines)) return;
    for (const part of [open, token]) {
      part.type = part.type.replace('heading', 'paragraph');
      part.tag = 'p';
      part.markup = '';
    }
    separated.push(takeRule(state, open, inline));
  });
  state.tokens = separated;
}

/** @param underlines Whether the page underlines headings on purpose, with `===` or in their length. */
function isParagraph(tokens: readonly Token[], open: number, text: string, underlines: boolean): boolean {
  if (SENTENCE_END.test(text)) return true;
  const next = tokens[open + 3];
  const isEmpty = next === undefined || next.nesting === -1 || next.type === 'heading_open';
  if (!isEmpty || underlines) return false;
  return text.includes('\n') || MESSAGE_END.test(text) || tokens[open - 1]?.type === 'heading_close';
}

/** Takes the last line of what was a heading as a rule. */
function takeRule(state: StateCore, open: Token, inline: Token): Token {
  const [start, end] = open.map ?? [0, 0];
  open.map = [start, end - 1];
  inline.map = [start, end - 1];
  const rule = new state.Token('hr', 'hr', 0);
  rule.block = true;
  rule.markup = '---';
  rule.map = [end - 1, end];
  rule.level = open.level;
  return rule;
}
