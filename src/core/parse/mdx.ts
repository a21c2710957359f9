const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
/** A module that a page of MDX uses or gives. */
const MODULE = /^(?:import|export)\s+(?:[\w*{'"]|default\b)/;
/** Imports in pages of sites that read `.md` as MDX: of components of the site or its theme, on one line. */
const SITE_IMPORT =
  /^import\s[^'"]*\sfrom\s+(['"])(?:@(?:theme|site|components|docs)[^'"]*|\.{0,2}\/[^'"]*)\1;?\s*$/;
const COMMENT_START = '{/*';
const COMMENT_END = '*/}';

/**
 * Blanks what a page of MDX has besides Markdown and components: its `import` and `export` lines and its comments, outside
 * code. All offsets and lines stay.
 *
 * @param path The document's path: in `.md` only imports of a site's components are blanked.
 */
export function withoutModules(path: string, text: string): string {
  const isMdx = /\.mdx$/i.test(path);
  if (!isMdx && !/^import\s/m.test(text)) return text;
  const lines = text.split('\n');
  let fence: string | undefined;
  let inModule = false;
  let isAfterBlank = true;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark !== undefined && mark.startsWith(fence) && line.trimEnd().endsWith(mark)) fence = undefined;
      continue;
    }
    const isBlank = line.trim() === '';
    if (inModule) inModule = !isBlank;
    else if (mark !== undefined) fence = mark;
    else if (isAfterBlank && isMdx) inModule = MODULE.test(line);
    if (inModule || (!isMdx && isAfterBlank && SITE_IMPORT.test(line))) lines[at] = blank(line);
    else isAfterBlank = isBlank || line.startsWith('---');
  }
  const withoutImports = lines.join('\n');
  return isMdx ? withoutComments(withoutImports) : withoutImports;
}

/** Blanks comments; one that is never closed stays, and so do those in code on their line. */
function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(COMMENT_START, at);
    const end = start === -1 ? -1 : text.indexOf(COMMENT_END, start);
    if (end === -1) return result + text.slice(at);
    const close = end + COMMENT_END.length;
    const isCode = text[start - 1] === '`';
    result += text.slice(at, start) + (isCode ? text.slice(start, close) : blank(text.slice(start, close)));
    at = close;
  }
}

/** Spaces in place of all but line ends. */
function blank(text: string): string {
  return text.replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}
