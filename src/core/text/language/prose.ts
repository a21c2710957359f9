const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
/** Elements whose text is code; each ends on the line with its end tag. */
const CODE_ELEMENT = /^[ \t>]*<(pre|script|style)\b/i;
/** An indented line that looks like code: a list's paragraphs are indented as well. */
const INDENTED_CODE = /^(?: {4}|\t).*[{}=;_<>[\]()$]/;
/** A module that a page of MDX uses. */
const MODULE_LINE = /^(?:import|export)\s.*['"{=(]/;
/** Inline code, targets of links, reference definitions, addresses, tags, and names of emoji. */
const NO_PROSE = [
  /(?<!`)`+[^`\n]+`+/g,
  /\]\([^()\n]*\)/g,
  /^[ \t>]*\[[^\]\n\r\u2028\u2029]+\]:.*$/gm,
  /(?:https?:\/\/|www\.|mailto:)[^\s<>)\]]+/g,
  /<[/a-zA-Z][^<>]*>/g,
  /:[a-z0-9_+-]+:/g,
];

/** The prose of Markdown, for its words: without code, comments, addresses and tags. Its text is not contiguous. */
export function proseOf(markdown: string): string {
  let prose = withoutComments(withoutCode(markdown));
  for (const pattern of NO_PROSE) prose = prose.replace(pattern, ' ');
  return prose;
}

function withoutCode(markdown: string): string {
  const prose: string[] = [];
  let isEnd: ((line: string) => boolean) | undefined;
  for (const line of markdown.split('\n')) {
    if (isEnd !== undefined) {
      if (isEnd(line)) isEnd = undefined;
      continue;
    }
    isEnd = endOfFence(line) ?? endOfElement(line);
    if (isEnd === undefined && !INDENTED_CODE.test(line) && !MODULE_LINE.test(line)) prose.push(line);
  }
  return prose.join('\n');
}

/** What ends the fenced code that begins with a line: its closing fence, or the end of its quote. */
function endOfFence(opening: string): ((line: string) => boolean) | undefined {
  const fence = FENCE.exec(opening)?.[1];
  if (fence === undefined) return undefined;
  const isQuoted = /^\s*>/.test(opening);
  return (line) => {
    const text = line.replace(/^[ \t>]+/, '').trimEnd();
    const closes = text.startsWith(fence) && text === fence[0]!.repeat(text.length);
    return closes || (isQuoted && !/^\s*>/.test(line));
  };
}

function endOfElement(opening: string): ((line: string) => boolean) | undefined {
  const name = CODE_ELEMENT.exec(opening)?.[1];
  if (name === undefined) return undefined;
  const tag = `</${name.toLowerCase()}>`;
  return opening.toLowerCase().includes(tag) ? undefined : (line) => line.toLowerCase().includes(tag);
}

function withoutComments(text: string): string {
  const [before = '', ...parts] = text.split('<!--');
  return [before, ...parts.map(behindComment)].join(' ');
}

/** The text behind a comment that has begun; all of it where the comment does not end. */
function behindComment(text: string): string {
  const end = text.indexOf('-->');
  return end === -1 ? text : text.slice(end + '-->'.length);
}
