/**
 * What the target of a link or an image may be. Archive text is untrusted, so this is the one rule of the parser and
 * the renderer: web pages and mail addresses open outside, paths and fragments stay inside the archive, and anything
 * else (`javascript:`, `command:`, `vscode:`, `file:`, `data:`, `//host`) is blocked. Of images, only those of the
 * archive load; those on the web become links. markdown-it's `validateLink` leaves some of what is blocked as text
 * before; nothing here relies on it.
 */
export type LinkTargetKind = 'web' | 'mail' | 'archive' | 'blocked';

export function linkTargetKind(target: string): LinkTargetKind {
  if (/^https?:\/\//i.test(target)) return 'web';
  if (/^mailto:/i.test(target)) return 'mail';
  return hasSchemeOrHost(target) ? 'blocked' : 'archive';
}

function hasSchemeOrHost(target: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:|^\s*\/\//i.test(target);
}
