/** Paths inside an archive: relative to its root, with `/` between folders, never above the root. */

/** The folder part of a path, without a final slash; empty for a file at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The extensions of Markdown files, without a dot. */
export const MARKDOWN_EXTENSIONS = ['md', 'markdown', 'mdx', 'mdown', 'mkd', 'mkdn', 'mdwn', 'qmd', 'rmd'];
const MARKDOWN = new RegExp(String.raw`\.(?:${MARKDOWN_EXTENSIONS.join('|')})$`, 'i');

/** Whether a file is read as a document, by its name. */
export function isMarkdownName(path: string): boolean {
  return MARKDOWN.test(path);
}

/** The end of a Markdown file's name, with the dot; empty for other files. */
export function extensionOf(path: string): string {
  return MARKDOWN.exec(path)?.[0] ?? '';
}

/** A document's file name without its Markdown extension. */
export function stemOf(path: string): string {
  return fileNameOf(path).replace(MARKDOWN, '');
}

/** A drive of Windows or the scheme of a URL, and characters that no file system has in names. */
const NO_RELATIVE_PATH = /^[a-z][a-z0-9+.-]*:(?:[\\/]|$)|\p{Cc}/iu;

/**
 * Resolves a link target in a document to a path of the archive; `undefined` where it leads out of it. `/x` starts at the
 * root.
 */
export function resolvePath(document: string, target: string): string | undefined {
  const [withoutFragment = ''] = target.split(/[?#]/, 1);
  const path = decodePath(withoutFragment);
  if (NO_RELATIVE_PATH.test(path)) return undefined;
  const parts = /^[\\/]/.test(path) ? [] : folderOf(document).split('/').filter(Boolean);
  for (const part of path.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Decodes percent-encoding; text that is not valid percent-encoding is returned as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
