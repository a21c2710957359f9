import type { StateCore, StateInline, Token } from 'markdown-it';

/** Tags that show as an element of the renderer's own, without attributes. The list is closed. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['s', 's'],
  ['del', 's'],
  ['strike', 's'],
  ['code', 'code'],
  ['ins', 'ins'],
  ['kbd', 'kbd'],
  ['mark', 'mark'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['u', 'u'],
]);

/** Tags that only lay a page out: they are not shown. The list is closed. */
const LAYOUT = new Set(
  'article big center div figcaption figure font footer h1 h2 h3 h4 h5 h6 header nobr p picture section small source span'.split(
    ' ',
  ),
);
/** Of those, the ones that begin a block. */
const BLOCKS = new Set(
  'article center div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr p picture section'.split(' '),
);

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/y;
/** Longest tag that is read as one, in characters; bounds the work on texts that never close one. */
const MAX_TAG_LENGTH = 2_000;

/** A tag as it is written. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly length: number;
}

/** Most tags that wait for their partner at a time; bounds the work on texts that never close one. */
const MAX_OPEN_ELEMENTS = 100;

/** The tag at an offset of a text. `<T>` and `<S>` are types of somebody's code: one capital letter names no tag. */
export function tagAt(text: string, offset: number): Tag | undefined {
  TAG.lastIndex = 0;
  const found = TAG.exec(text.slice(offset, offset + MAX_TAG_LENGTH));
  const [whole, slash, written, attributes = ''] = found ?? [];
  if (whole === undefined || written === undefined || /^[A-Z]$/.test(written)) return undefined;
  return { name: written.toLowerCase(), closing: slash === '/', attributes, length: whole.length };
}

export function isLayout({ name, attributes, closing }: Tag): boolean {
  return LAYOUT.has(name) || (name === 'a' && !closing && attribute(attributes, 'href') === '');
}

export function beginsBlock({ name }: Tag): boolean {
  return BLOCKS.has(name);
}

/** The value of an attribute, or an empty text. */
export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Reads an inline tag of the closed lists; `pairElements` makes elements of those that have a partner. */
export function elementRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const tag = tagAt(state.src, state.pos);
  if (tag === undefined || state.pos + tag.length > state.posMax) return false;
  if (!isLayout(tag) && !ELEMENTS.has(tag.name) && tag.name !== 'a') return false;
  if (!silent && !isLayout(tag)) {
    const token = state.push('archive_tag', '', 0);
    token.content = state.src.slice(state.pos, state.pos + tag.length);
    token.meta = { ...tag };
  }
  state.pos += tag.length;
  return true;
}

/**
 * Makes elements and links of tags that open and close within one stretch of Markdown. A tag without a partner is
 * text again, as it may well be a type in somebody's prose; a link without one, or around another, is not shown.
 */
export function pairElements(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.children?.some(({ type }) => type === 'archive_tag') === true) {
      token.children = paired(token.children, state);
    }
  }
}

interface Open {
  readonly token: Token;
  /** How many links had begun before. */
  readonly links: number;
}

function paired(tokens: readonly Token[], state: StateCore): Token[] {
  const open: Open[] = [];
  let links = 0;
  for (const token of tokens) {
    const tag = tagOf(token);
    if (token.type === 'link_open') links += 1;
    if (tag === undefined) {
      if (token.nesting === 1) open.push({ token, links });
      else if (token.nesting === -1) closeMarkdown(open);
    } else if (!tag.closing) {
      if (open.length < MAX_OPEN_ELEMENTS) open.push({ token, links });
    } else {
      const at = open.findLastIndex((other) => [undefined, tag.name].includes(tagOf(other.token)?.name));
      const opening = open[at];
      if (opening === undefined || tagOf(opening.token) === undefined) continue;
      open.length = at;
      if (tag.name !== 'a') becomeElement(opening.token, token, tag.name);
      else if (opening.links === links) {
        links += 1;
        becomeLink(opening.token, token, state);
      }
    }
  }
  return levelled(tokens.filter((token) => tagOf(token)?.name !== 'a').map(asText));
}

function tagOf(token: Token): Tag | undefined {
  return token.type === 'archive_tag' ? (token.meta as unknown as Tag) : undefined;
}

function asText(token: Token): Token {
  if (token.type === 'archive_tag') token.type = 'text';
  return token;
}

function levelled(tokens: Token[]): Token[] {
  let level = 0;
  for (const token of tokens) {
    if (token.nesting === -1) level -= 1;
    token.level = level;
    if (token.nesting === 1) level += 1;
  }
  return tokens;
}

/** Tags still open where Markdown's own element ends have no partner inside it. */
function closeMarkdown(open: Open[]): void {
  for (let last = open.pop(); last !== undefined && tagOf(last.token) !== undefined; last = open.pop());
}

function becomeElement(open: Token, close: Token, name: string): void {
  const tag = ELEMENTS.get(name) ?? 'span';
  const kind = tag === 'strong' || tag === 'em' || tag === 's' ? tag : 'archive_element';
  become(open, `${kind}_open`, tag, 1);
  become(close, `${kind}_close`, tag, -1);
}

function becomeLink(open: Token, close: Token, { md }: StateCore): void {
  const href = md.normalizeLink(attribute(tagOf(open)?.attributes ?? '', 'href'));
  become(open, 'link_open', 'a', 1);
  open.attrs = [['href', md.validateLink(href) ? href : '']];
  become(close, 'link_close', 'a', -1);
}

function become(token: Token, type: string, tag: string, nesting: 1 | -1): void {
  token.type = type;
  token.tag = tag;
  token.nesting = nesting;
  token.content = '';
  token.meta = null;
}
