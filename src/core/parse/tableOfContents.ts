import type { Token } from '../markdown/markdown';

const NAMES =
  /^[^\p{L}]*(:\w+:\s*)?(table of contents|contents|toc|index|목차|차례|目次|目录|目錄)[^\p{L}]*$/iu;
const TO_ANCHOR = /^\[.{0,300}?\]\(<?#/;
const LINK_ONLY = /^\[.{0,300}\]\(.{0,2000}\)$/;

/** Whether a heading announces a table of contents. */
export function namesContents(title: string): boolean {
  return NAMES.test(title);
}

/**
 * Whether the list that begins at `tokens[at]` is a table of contents: most of its items, or of its topmost ones,
 * are links to headings of the page; under a heading that says so, links to anywhere.
 */
export function opensTableOfContents(tokens: readonly Token[], at: number, announced: boolean): boolean {
  const list = tokens[at];
  if (list?.type !== 'bullet_list_open' && list?.type !== 'ordered_list_open') return false;
  let all = 0;
  let top = 0;
  let links = 0;
  let topLinks = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.level <= list.level) break;
    if (token.type !== 'list_item_open') continue;
    const text = tokens[next + 2]?.content ?? '';
    const isLink = TO_ANCHOR.test(text) || (announced && LINK_ONLY.test(text));
    const isTop = token.level === list.level + 1;
    all += 1;
    if (isTop) top += 1;
    if (isLink) links += 1;
    if (isLink && isTop) topLinks += 1;
  }
  return links > 0 && (links * 2 > all || topLinks * 2 > top);
}
