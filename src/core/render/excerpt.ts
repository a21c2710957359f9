/** How far into a post the first words are looked for, in characters: its Markdown is not parsed for them. */
const LOOK = 600;
/** Longest excerpt, in UTF-16 units. */
const LONGEST = 80;

/**
 * The first words of a post as plain text, cut between words where there are too many. Taken line by line, which is
 * cheap: what only a parser would know may show through. Empty where a post begins with code alone.
 */
export function excerptOf(markdown: string): string {
  let inCode = false;
  for (const line of markdown.slice(0, LOOK).split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    else if (!inCode) {
      const text = plainLine(line);
      if (text !== '') return cut(text);
    }
  }
  return '';
}

function plainLine(line: string): string {
  // Every other piece is code, which stands as it is.
  const pieces = line.replace(/^[\s>]*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?/, '').split(/`+/);
  const text = pieces.map((piece, at) => (at % 2 === 0 ? withoutMarks(piece) : piece)).join('');
  return text
    .replace(/^[\s|:-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/<!--.*?(?:-->|$)|<(?:br|hr)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/\*{1,3}|~~/g, '')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, '');
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  // No half of a letter that takes two units.
  const short = text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]+$/, '');
  const space = short.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? short.slice(0, space) : short).trimEnd()}…`;
}
