import { escapeInline } from '../markdown/escapeInline';
import { oneLine } from '../text/shorten';

/** An entry to be linked to. */
export interface EntryLink {
  readonly title: string;
  readonly link: string;
}

/** Where in a document something is dropped: its language, and the line's text on both sides. */
export interface DropPosition {
  readonly languageId: string;
  readonly before: string;
  readonly after: string;
}

const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'mdx', 'quarto', 'rmd', 'prompt', 'instructions']);

/** How a comment up to the end of its line begins, by VS Code's name of the language. */
const COMMENTS: Readonly<Record<string, string>> = {
  ...marked('#', [
    ...['python', 'toml', 'yaml', 'dockercompose', 'dockerfile', 'shellscript', 'makefile', 'ruby', 'perl'],
    ...['r', 'julia', 'elixir', 'powershell', 'pip-requirements', 'properties', 'dotenv', 'ignore'],
  ]),
  ...marked('//', [
    ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'java', 'kotlin', 'go', 'rust'],
    ...['c', 'cpp', 'csharp', 'swift', 'dart', 'scala', 'php', 'groovy', 'jsonc', 'scss', 'less'],
  ]),
  ...marked('--', ['sql', 'lua', 'haskell']),
};

function marked(mark: string, languages: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((language) => [language, mark]));
}

/**
 * What is inserted for links that are dropped into a document: links where it is Markdown (as a list where there are
 * several), comments where they fit into the line, else titles with their addresses.
 */
export function formatLinks(links: readonly EntryLink[], place: DropPosition): string {
  const { languageId, before, after } = place;
  if (MARKDOWN.has(languageId)) {
    const written = links.map(markdownLink);
    return written.length === 1 ? written.join('') : written.map((link) => `- ${link}`).join('\n');
  }
  const comment = Object.hasOwn(COMMENTS, languageId) ? COMMENTS[languageId] : undefined;
  const plain = links.map(({ title, link }) => `${oneLine(title)}: ${link}`);
  if (comment === undefined) return plain.join('\n');
  if (before.trim() === '') {
    // Lines of their own, indented like this one; what stands behind is pushed down.
    const lines = links.flatMap(({ title, link }) => [`${comment} ${oneLine(title)}`, `${comment} ${link}`]);
    return lines.join(`\n${before}`) + (after.trim() === '' ? '' : `\n${before}`);
  }
  if (after.trim() === '') {
    const space = /\s$/.test(before) ? ' '.repeat(before.endsWith('  ') ? 0 : 1) : '  ';
    return `${space}${comment} ${plain.join(', ')}`;
  }
  // Amid code there can be no comment: it is a text or a comment already.
  return plain.join(', ');
}

/** A link in Markdown; the title means nothing but itself. */
export function markdownLink({ title, link }: EntryLink): string {
  const address = link.replace(/[()<>\s]/g, encodeURIComponent).replace(/[()]/g, percent);
  return `[${escapeInline(oneLine(title))}](${address})`;
}

/** `encodeURIComponent` leaves parentheses as they are. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
