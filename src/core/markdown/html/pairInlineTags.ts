import type { StateCore, Token } from 'markdown-it';
import { addToGroup } from '../../base/grouping';
import { setLevels } from '../tokens';
import { isSurelyComponent } from './components';
import { isAnchor } from './hiddenTags';
import { attributesOf, type Tag } from './tags';

/** The elements that marks become where theirs is not the same. */
const ELEMENTS: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  b: 'strong',
  del: 's',
  i: 'em',
  strike: 's',
  tt: 'code',
};

/** How many open elements are kept at a time; bounds the work on texts that never close a tag. */
const MAX_OPEN_ELEMENTS = 100;

/**
 * Makes elements and links of the tags that open and close within one inline token. Of the others, those are hidden that
 * have a partner in another block, or that are surely tags; the rest becomes text again, since it may be a type or a
 * placeholder in prose.
 */
export function pairInlineTags(state: StateCore): void {
  const inlines = state.tokens.filter(
    ({ type, children }) => type === 'inline' && children?.some(isTag) === true,
  );
  const unpaired = new Map<string, Token[]>();
  const hidden = new Set<Token>();
  for (const { children } of inlines) {
    hideAcrossBlocks(pairTags(children ?? [], state, hidden), unpaired, hidden);
  }
  for (const inline of inlines) {
    inline.children = (inline.children ?? []).filter((token) => !hidden.has(token) && !isHidden(token));
    for (const token of inline.children) if (isTag(token)) token.type = 'text';
    setLevels(inline.children);
  }
  const empty = new Set(inlines.filter(isEmpty));
  if (empty.size > 0) state.tokens = withoutParagraphs(state.tokens, empty);
}

function isEmpty({ children }: Token): boolean {
  return (children ?? []).every(
    ({ type, content }) => type === 'softbreak' || (type === 'text' && content.trim() === ''),
  );
}

/** Tokens without the paragraphs around some texts. */
function withoutParagraphs(tokens: readonly Token[], texts: ReadonlySet<Token>): Token[] {
  return tokens.filter((token, at) => {
    const text = { paragraph_open: tokens[at + 1], paragraph_close: tokens[at - 1] }[token.type] ?? token;
    const isParagraph = text !== token || tokens[at - 1]?.type === 'paragraph_open';
    return !(isParagraph && texts.has(text));
  });
}

function isTag({ type }: Token): boolean {
  return type === 'html_tag';
}

function tagOf(token: Token): Tag | undefined {
  return isTag(token) ? (token.meta as unknown as Tag) : undefined;
}

/** Hides the tags without a partner in their inline token that have one in an earlier one. */
function hideAcrossBlocks(
  tokens: readonly Token[],
  unpaired: Map<string, Token[]>,
  hidden: Set<Token>,
): void {
  for (const token of tokens) {
    const tag = tagOf(token)!;
    const opening = tag.isClosing ? unpaired.get(tag.name)?.pop() : undefined;
    if (opening !== undefined) hidden.add(opening).add(token);
  }
  for (const token of tokens) {
    const tag = tagOf(token)!;
    if (!tag.isClosing) addToGroup(unpaired, tag.name, token);
  }
}

/** Whether a tag without a partner is no text. */
function isHidden(token: Token): boolean {
  const tag = tagOf(token);
  if (tag === undefined) return false;
  switch (tag.kind) {
    case 'mark':
    case 'code':
      return false;
    case 'link':
      return true;
    case 'component':
      return tag.isClosing || isSurelyComponent(tag);
    case 'control':
      return tag.attributes !== '';
    default:
      return tag.isClosing || tag.attributes !== '' || tag.name === 'wbr';
  }
}

/** A tag, or an element of Markdown, that is not closed yet. */
interface OpenElement {
  readonly token: Token;
  /** How many links had been opened before. */
  readonly linksBefore: number;
}

/** Pairs the tags of one inline token. Returns those without a partner, in order. */
function pairTags(tokens: readonly Token[], state: StateCore, hidden: Set<Token>): readonly Token[] {
  const open: OpenElement[] = [];
  const paired = new Set<Token>();
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
      paired.add(opening.token).add(token);
      const isNewLink = tag.kind === 'link' && opening.linksBefore === links;
      if (isNewLink && !isAnchor(tagOf(opening.token)!)) {
        links += 1;
        becomeLink(opening.token, token, state);
      } else if (tag.kind === 'mark' || tag.kind === 'code') becomeElement(opening.token, token, tag.name);
      else if (tag.kind !== 'component' || isElement(tokens, opening.token, token)) {
        hidden.add(opening.token).add(token);
      } else {
        opening.token.type = token.type = 'text';
      }
    }
  }
  return tokens.filter((token) => isTag(token) && !paired.has(token));
}

/** Whether two tags are surely a component's, or are around the whole text; else they may be placeholders. */
function isElement(tokens: readonly Token[], open: Token, close: Token): boolean {
  return isSurelyComponent(tagOf(open)!) || (tokens[0] === open && tokens.at(-1) === close);
}

/** Closes the innermost element of Markdown; tags still open inside it have no partner. */
function closeMarkdown(open: OpenElement[]): void {
  for (let last = open.pop(); last !== undefined && tagOf(last.token) !== undefined; last = open.pop());
}

function becomeElement(open: Token, close: Token, name: string): void {
  const tag = ELEMENTS[name] ?? name;
  const kind = tag === 'strong' || tag === 'em' || tag === 's' ? tag : 'html_element';
  become(open, `${kind}_open`, tag, 1);
  become(close, `${kind}_close`, tag, -1);
}

function becomeLink(open: Token, close: Token, { md }: StateCore): void {
  const href = md.normalizeLink(attributesOf(tagOf(open)!)['href'] ?? '');
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
