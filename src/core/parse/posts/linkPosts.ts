/** Posts whose content is behind links. */

const ARTICLE =
  /글을\s*(썼|작성|올)|정리한\s*글|포스팅|블로그|작성한\s*글|article|blog post|write-?up|I wrote/i;

const LINK =
  /\[[^[\]]{0,300}\]\(https?:[^)[\s]{0,2000}(?:\s[^)]{0,299})?\)|<https?:[^<>]{0,2000}>|https?:\/\/\S+/g;

/** The number of a list item, which may be quoted. */
const LIST_NUMBER = /^(?:[^\S\n\r\u2028\u2029]|>)*\d+[.)]/gm;

/** Whether a text consists of links only, apart from list marks and punctuation. */
export function isOnlyLinks(markdown: string): boolean {
  if (!/https?:\/\//.test(markdown)) return false;
  const rest = markdown.replace(LINK, '');
  return !/[\p{L}\p{N}]/u.test(rest.replace(LIST_NUMBER, ''));
}

/** Whether a text presents an article and links to it. */
export function announcesArticle(text: string): boolean {
  return ARTICLE.test(text) && /https?:\/\//.test(text);
}

/** A link to anywhere, in any form. */
const ANY_LINK =
  /\[[^[\]]{0,300}\](?:\([^()]{0,2000}\)|\[[^[\]]{0,300}\])|<https?:[^<>]{0,2000}>|<a\s[^<>]{0,2000}>[^<>]{0,300}<\/a>|https?:\/\/\S+/gi;
/** A word or two that lead to links: `Source:`. */
const LEAD_IN = /^(?:[^\S\n\r\u2028\u2029]|[>*_-])*\p{L}[\p{L} ]{0,30}[:：]/gmu;

/** Whether a text consists of links and names of sources only, as a list of sources or a link back to the top does. */
export function holdsOnlyLinks(markdown: string): boolean {
  const rest = markdown.replace(ANY_LINK, ' ');
  if (rest === markdown) return false;
  return !/[\p{L}\p{N}]/u.test(rest.replace(LEAD_IN, ' ').replace(LIST_NUMBER, ' '));
}
