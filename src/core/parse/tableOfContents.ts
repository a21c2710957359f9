import type { Token } from '../markdown/markdown';

const TABLE_OF_CONTENTS =
  /^[^\p{L}]*(:\w+:\s*)?(table of contents|contents|toc|index|목차|차례|目次|目录|目錄)[^\p{L}]*$/iu;
const ANCHOR_LINK = /^\[.{0,300}?\]\(<?#/;
const ONLY_LINK = /^\[.{0,300}\]\(.{0,2000}\)$/;

/** Whether a heading says that a table of contents follows. */
export function namesTableOfContents(title: string): boolean {
  return TABLE_OF_CONTENTS.test(title);
}

/**
 * Whether `tokens[at]` opens a list that is a table of contents: most of its items, or most of its outermost items, are
 * links to headings of the page; with `isAnnounced` by the heading above it, links to anywhere.
 */
export function isTableOfContents(tokens: readonly Token[], at: number, isAnnounced: boolean): boolean {
  const list = tokens[at];
  if (list?.type !== 'bullet_list_open' && list?.type !== 'ordered_list_open') return false;
  let items = 0;
  let links = 0;
  let outerItems = 0;
  let outerLinks = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.level <= list.level) break;
    if (token.type !== 'list_item_open') continue;
    const text = tokens[next + 2]?.content ?? '';
    const isLink = ANCHOR_LINK.test(text) || (isAnnounced && ONLY_LINK.test(text));
    const isOuter = token.level === list.level + 1;
    items += 1;
    if (isLink) links += 1;
    if (isOuter) outerItems += 1;
    if (isOuter && isLink) outerLinks += 1;
  }
  return links > 0 && (links * 2 > items || outerLinks * 2 > outerItems);
}
