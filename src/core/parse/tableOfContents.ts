import type { Token } from '../markdown/markdown';

const TABLE_OF_CONTENTS =
  /^[^\p{L}]*(:\w+:\s*)?(table of contents|contents|toc|index|quick links|on this page|목차|차례|目次|目录|目錄|оглавление|содержание|sumário|índice|inhalt|inhaltsverzeichnis|sommaire|table des matières|mục lục|içindekiler|daftar isi|spis treści)[^\p{L}]*$/iu;
/** The target of a text's first link, in Markdown or HTML, where at most a number, a mark or a few words are before it. */
const FIRST_LINK =
  /^[^[\]<>]{0,40}(?:[*_]{1,3})?(?:\[[^\n]{0,300}?\]\(<?([^\s()<>]{1,2000})|<a\s[^<>]{0,300}?href\s*=\s*["']?([^\s"'<>]{1,2000}))/i;
const LINKS =
  /\[[^\n[\]]{0,300}\]\(<?#[^\s()<>]{0,500}>?\)|<a\s(?<attributes>[^<>]{0,800})>[^<>]{0,300}<\/a>/gi;
const FRAGMENT_ATTRIBUTE = /href\s*=\s*["']?#/i;
/** The longest text that may be one link, in characters. */
const MAX_LINK_LENGTH = 2_304;
/** The longest paragraph that is looked at, in characters. */
const MAX_NAVIGATION_LENGTH = 5_000;

/** Whether a heading says that a table of contents follows. */
export function namesTableOfContents(title: string): boolean {
  return TABLE_OF_CONTENTS.test(title);
}

/** What tells a table of contents from other links. */
export interface ContentsHints {
  /** Whether the heading above announces one: then its links may lead anywhere. */
  readonly isAnnounced: boolean;
  /** Whether a fragment, without `#`, is the anchor of a heading of the page. */
  readonly isAnchor: (fragment: string) => boolean;
}

/**
 * Whether `tokens[at]` opens a list or a table that is a table of contents: most of its items, most of its outermost
 * items or most of its rows begin with a link to a heading of the page.
 */
export function isTableOfContents(tokens: readonly Token[], at: number, hints: ContentsHints): boolean {
  const open = tokens[at];
  if (open?.type === 'table_open') return isTableOfLinks(tokens, at, hints);
  if (open?.type !== 'bullet_list_open' && open?.type !== 'ordered_list_open') return false;
  let items = 0;
  let links = 0;
  let outerItems = 0;
  let outerLinks = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.level <= open.level) break;
    if (token.type !== 'list_item_open') continue;
    const isLink = beginsWithLink(tokens[next + 2]?.content ?? '', hints);
    const isOuter = token.level === open.level + 1;
    items += 1;
    if (isLink) links += 1;
    if (isOuter) outerItems += 1;
    if (isOuter && isLink) outerLinks += 1;
  }
  return links > 0 && (links * 2 > items || outerLinks * 2 > outerItems);
}

/** Whether a paragraph consists of links to headings of the page, as `Back to top` does. */
export function isNavigation(paragraph: string): boolean {
  if (paragraph.length > MAX_NAVIGATION_LENGTH || !paragraph.includes('#')) return false;
  const rest = paragraph.replace(LINKS, (link, attributes?: string) =>
    attributes === undefined || FRAGMENT_ATTRIBUTE.test(attributes) ? '' : link,
  );
  return rest !== paragraph && !/[\p{L}\p{N}]/u.test(rest.replace(/<[^<>]{0,2000}>/g, ''));
}

function isTableOfLinks(tokens: readonly Token[], at: number, hints: ContentsHints): boolean {
  const level = tokens[at]?.level ?? 0;
  let rows = 0;
  let links = 0;
  let isLinked = false;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.level <= level) break;
    if (token.type === 'tr_open') isLinked = false;
    else if (token.type === 'td_open') isLinked ||= beginsWithLink(tokens[next + 1]?.content ?? '', hints);
    else if (token.type === 'tr_close') {
      rows += 1;
      if (isLinked) links += 1;
    }
  }
  return links > 0 && links * 2 > rows - 1;
}

function beginsWithLink(text: string, { isAnnounced, isAnchor }: ContentsHints): boolean {
  const match = FIRST_LINK.exec(text);
  const target = match?.[1] ?? match?.[2];
  if (target === undefined) return false;
  if (target.startsWith('#') || (isAnnounced && isOneLink(text))) return true;
  const hash = target.indexOf('#');
  return hash !== -1 && hash < target.length - 1 && isAnchor(target.slice(hash + 1));
}

function isOneLink(text: string): boolean {
  return (
    text.length <= MAX_LINK_LENGTH &&
    /^\[.{0,300}?\]\(/.test(text) &&
    text.endsWith(')') &&
    !text.includes('\n')
  );
}
