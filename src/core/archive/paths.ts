/** Paths inside an archive: relative, with `/` between folders, never above the archive's root. */

/** The folder part of a path, without a final slash; empty for a file at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A document's file name without its Markdown ending. */
export function stemOf(path: string): string {
  return fileNameOf(path).replace(/\.(md|markdown)$/i, '');
}

/** `target`, written in `document`, as a path of the archive (`/x` counts from its root); `undefined` when it leaves it. */
export function resolvePath(document: string, target: string): string | undefined {
  const [withoutFragment = ''] = target.split(/[?#]/, 1);
  const path = decodePath(withoutFragment);
  const parts = /^[\\/]/.test(path) ? [] : folderOf(document).split('/').filter(Boolean);
  for (const part of path.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Text of an address without its percent signs; one that they make no sense in stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
