import { escapeInline } from '../markdown/escapeInline';
import { oneLine } from '../text/shorten';

/** A link to an entry. */
export interface EntryLink {
  readonly title: string;
  readonly link: string;
}

/** Where links are dropped into a document: its language, and the text of the line on both sides. */
export interface DropPosition {
  readonly languageId: string;
  readonly before: string;
  readonly after: string;
}

const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'mdx', 'quarto', 'rmd', 'prompt', 'instructions']);

/** The prefix of a line comment, by VS Code's language id. */
const COMMENT_PREFIXES: Readonly<Record<string, string>> = {
  ...prefixed('#', [
    ...['python', 'toml', 'yaml', 'dockercompose', 'dockerfile', 'shellscript', 'makefile', 'ruby', 'perl'],
    ...['r', 'julia', 'elixir', 'powershell', 'pip-requirements', 'properties', 'dotenv', 'ignore'],
  ]),
  ...prefixed('//', [
    ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'java', 'kotlin', 'go', 'rust'],
    ...['c', 'cpp', 'csharp', 'swift', 'dart', 'scala', 'php', 'groovy', 'jsonc', 'scss', 'less'],
  ]),
  ...prefixed('--', ['sql', 'lua', 'haskell']),
};

function prefixed(prefix: string, languages: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((language) => [language, prefix]));
}

/**
 * The text to insert for links that are dropped into a document: links in Markdown, a list where there are several;
 * comments in code where the line has room for one; elsewhere titles with their URLs.
 */
export function formatLinks(
  links: readonly EntryLink[],
  { languageId, before, after }: DropPosition,
): string {
  if (MARKDOWN.has(languageId)) {
    const markdown = links.map(markdownLink);
    return markdown.length === 1 ? markdown.join('') : markdown.map((link) => `- ${link}`).join('\n');
  }
  const comment = Object.hasOwn(COMMENT_PREFIXES, languageId) ? COMMENT_PREFIXES[languageId] : undefined;
  const plain = links.map(({ title, link }) => `${oneLine(title)}: ${link}`);
  if (comment === undefined) return plain.join('\n');
  if (before.trim() === '') {
    // On lines of their own, indented like this one; the rest of the line moves down.
    const lines = links.flatMap(({ title, link }) => [`${comment} ${oneLine(title)}`, `${comment} ${link}`]);
    return lines.join(`\n${before}`) + (after.trim() === '' ? '' : `\n${before}`);
  }
  if (after.trim() === '') {
    const space = /\s$/.test(before) ? ' '.repeat(before.endsWith('  ') ? 0 : 1) : '  ';
    return `${space}${comment} ${plain.join(', ')}`;
  }
  // No comment fits before code; the position may be inside a string or a comment already.
  return plain.join(', ');
}

/** A link in Markdown, with the title escaped. */
export function markdownLink({ title, link }: EntryLink): string {
  const url = link.replace(/[()<>\s]/g, encodeURIComponent).replace(/[()]/g, percentEncode);
  return `[${escapeInline(oneLine(title))}](${url})`;
}

/** `encodeURIComponent` does not encode parentheses. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
