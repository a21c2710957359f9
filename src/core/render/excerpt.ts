/** How much of a post is read, in characters. */
const MAX_READ_LENGTH = 600;
/** In UTF-16 code units. */
const MAX_LENGTH = 80;

/** The opening or closing line of a box as other tools write it, up to its title. */
const BOX_HEAD =
  /^(?:(?::{3,}|\/{3,})[^\S\n]*(?:[\w-]+\s*)?\|?|(?:!!!|\?\?\?\+?|===)[\w -]*(?=$|")|\[![^\]]*\][+-]?|\[\^[^\]]*\]:)\s*/;

/**
 * The first words of a post as plain text, at most `MAX_LENGTH` long and cut between words. Markup is removed line by
 * line, which is fast, so what only a parser recognises may remain. Empty where the beginning is nothing but code.
 */
export function excerptOf(markdown: string): string {
  let inCode = false;
  for (const line of markdown.slice(0, MAX_READ_LENGTH).split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    else if (!inCode) {
      const text = plainLine(line);
      if (text !== '') return cut(text);
    }
  }
  return '';
}

function plainLine(line: string): string {
  // Every other part is inline code and stays as it is.
  const parts = withoutBoxHead(line.replace(/^[\s>]*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?/, '')).split(/`+/);
  const text = parts.map((part, at) => (at % 2 === 0 ? withoutMarkup(part) : part)).join('');
  return text
    .replace(/^[\s|:-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The title of a line that opens a box; any other line. */
function withoutBoxHead(line: string): string {
  const head = BOX_HEAD.exec(line)?.[0];
  return head === undefined ? line : line.slice(head.length).replace(/^"|"$/g, '');
}

function withoutMarkup(text: string): string {
  return text
    .replace(
      /<!--.*?(?:-->|$)|<\/?(?:br|hr|p|div|[dou]l|li|d[dt]|t[dhr]|table|h[1-6]|summary)\b[^<>]*>/gi,
      ' ',
    )
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]|\[\^[^[\]]*\]/g, '$1')
    .replace(/\{\{?[%<][^{}]*\}?\}|\{:[^{}]*\}/g, '')
    .replace(/\*{1,3}|~~|==(?=\S)|(?<=\S)==(?!\w)/g, '')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, '');
}

function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  // A surrogate pair must not be cut in half.
  const short = text.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  const space = short.lastIndexOf(' ');
  return `${(space > MAX_LENGTH / 2 ? short.slice(0, space) : short).trimEnd()}…`;
}
