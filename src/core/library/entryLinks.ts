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
  const plain = links.map(({ title, link }) => `${inertText(title)}: ${inertLink(link)}`);
  if (comment === undefined) return plain.join('\n');
  if (before.trim() === '') {
    // On lines of their own, indented like this one; the rest of the line moves down.
    const lines = links.flatMap(({ title, link }) => [
      `${comment} ${inertText(title)}`,
      `${comment} ${inertLink(link)}`,
    ]);
    return lines.join(`\n${before}`) + (after.trim() === '' ? '' : `\n${before}`);
  }
  if (after.trim() === '') {
    const space = /\s$/.test(before) ? ' '.repeat(before.endsWith('  ') ? 0 : 1) : '  ';
    return `${space}${comment} ${plain.join(', ')}`;
  }
  // No comment fits before code; the position may be inside a string or a comment already.
  return links.map(({ title, link }) => `${inertInString(title)}: ${inertLink(link)}`).join(', ');
}

/**
 * The first character of each sequence that ends a comment or string of some language, or begins markup, code in a
 * template, or an escape that is replaced inside comments too, as Java's.
 */
const DELIMITER =
  /\*(?=[/)])|[-!?%#/](?=>)|[-#%}*](?=\})|\{(?=[{%#])|<(?=[\w!/?%])|\|(?=#)|=(?=#)|\+(?=\/)|\](?==*[\]>])|"(?=")|'(?=')|`(?=`)|\$(?=[({])|#(?=\{)|\\(?=u)/g;

/** A title on one line, with a space inside every sequence that code around it might read as a delimiter. */
function inertText(title: string): string {
  // A backslash at the end of a line continues a comment on the next line.
  return oneLine(title).replace(DELIMITER, '$& ').replace(/\\+$/, '');
}

/** What stands for characters that mean something inside strings of most languages. */
const INERT: Readonly<Record<string, string>> = {
  '"': '”',
  "'": '’',
  '`': '’',
  '\\': '⧵',
  '{': '(',
  '}': ')',
};

/** A title as text inside a string or comment of code, which it neither ends nor adds an expression to. */
function inertInString(title: string): string {
  return inertText(title).replace(/["'`\\{}]/g, (character) => INERT[character] ?? ' ');
}

/**
 * A link in Markdown, with the title escaped. Brackets and braces are entities: some parsers unescape the text of a link
 * and read it once more, and MDX and templates evaluate braces. So are delimiters of comments that the link may be inside.
 */
export function markdownLink({ title, link }: EntryLink): string {
  const text = escapeInline(oneLine(title))
    .replaceAll('&#123;', '{')
    .replace(/\\(.)/gsu, (escape, character: string) =>
      /[[\]*|\\$<]/.test(character) ? entity(character) : escape,
    )
    .replace(DELIMITER, entity)
    .replace(/[{}]/g, entity);
  return `[${text}](${inertLink(link)})`;
}

function entity(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}

/** A link without white space and without the marks that end a link, a comment or a string and are no part of its syntax. */
function inertLink(link: string): string {
  return link.replace(/["<>\\^`{|}\s]/gu, encodeURIComponent).replace(/['()*!$]/g, percentEncode);
}

/** `encodeURIComponent` does not encode these marks. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
