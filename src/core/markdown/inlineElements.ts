import type { StateCore, StateInline, Token } from 'markdown-it';
import { attributeValue, isLayoutTag, tagAt, type Tag } from './tags';
import { setLevels } from './tokens';

/** Tags that are rendered, without their attributes, and the element that each becomes. The list is closed. */
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

/** How many open elements are kept at a time; bounds the work on texts that never close a tag. */
const MAX_OPEN_ELEMENTS = 100;

/** Tokenises a tag of the closed lists; `pairElements` turns those with a partner into elements. */
export function elementRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const tag = tagAt(state.src, state.pos);
  if (tag === undefined || state.pos + tag.length > state.posMax) return false;
  if (!isLayoutTag(tag) && !ELEMENTS.has(tag.name) && tag.name !== 'a') return false;
  if (!silent && !isLayoutTag(tag)) {
    const token = state.push('archive_tag', '', 0);
    token.content = state.src.slice(state.pos, state.pos + tag.length);
    token.meta = { ...tag };
  }
  state.pos += tag.length;
  return true;
}

/**
 * Turns tags that open and close within one inline token into elements and links. A tag without a partner becomes text
 * again, since it may be a type in prose; an `<a>` without a partner, or around another link, is hidden.
 */
export function pairElements(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.children?.some(({ type }) => type === 'archive_tag') === true) {
      token.children = pairTags(token.children, state);
    }
  }
}

/** A tag, or an element of Markdown, that is not closed yet. */
interface OpenElement {
  readonly token: Token;
  /** How many links had been opened before. */
  readonly linksBefore: number;
}

function pairTags(tokens: readonly Token[], state: StateCore): Token[] {
  const open: OpenElement[] = [];
  let links = 0;
  for (const token of tokens) {
    const tag = tagOf(token);
    if (token.type === 'link_open') links += 1;
    if (tag === undefined) {
      if (token.nesting === 1) open.push({ token, linksBefore: links });
      else if (token.nesting === -1) closeMarkdown(open);
    } else if (!tag.isClosing) {
      if (open.length < MAX_OPEN_ELEMENTS) open.push({ token, linksBefore: links });
    } else {
      const at = open.findLastIndex((other) => [undefined, tag.name].includes(tagOf(other.token)?.name));
      const opening = open[at];
      if (opening === undefined || tagOf(opening.token) === undefined) continue;
      open.length = at;
      if (tag.name !== 'a') becomeElement(opening.token, token, tag.name);
      else if (opening.linksBefore === links) {
        links += 1;
        becomeLink(opening.token, token, state);
      }
    }
  }
  const paired = tokens.filter((token) => tagOf(token)?.name !== 'a').map(asText);
  setLevels(paired);
  return paired;
}

function tagOf(token: Token): Tag | undefined {
  return token.type === 'archive_tag' ? (token.meta as unknown as Tag) : undefined;
}

function asText(token: Token): Token {
  if (token.type === 'archive_tag') token.type = 'text';
  return token;
}

/** Closes the innermost element of Markdown; tags still open inside it have no partner. */
function closeMarkdown(open: OpenElement[]): void {
  for (let last = open.pop(); last !== undefined && tagOf(last.token) !== undefined; last = open.pop());
}

function becomeElement(open: Token, close: Token, name: string): void {
  const tag = ELEMENTS.get(name) ?? 'span';
  const kind = tag === 'strong' || tag === 'em' || tag === 's' ? tag : 'archive_element';
  become(open, `${kind}_open`, tag, 1);
  become(close, `${kind}_close`, tag, -1);
}

function becomeLink(open: Token, close: Token, { md }: StateCore): void {
  const href = md.normalizeLink(attributeValue(tagOf(open)?.attributes ?? '', 'href'));
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
