/**
 * What a link or an image may refer to: the one rule that parser and renderer follow, since archive text is untrusted.
 *
 * - `web` and `mail`: links open outside; an image on the web is not loaded but becomes a link.
 * - `archive`: paths and fragments, resolved inside the archive.
 * - `blocked`: any other scheme (`javascript:`, `command:`, `vscode:`, `file:`, `data:`) and `//host`.
 *
 * markdown-it's own `validateLink` leaves some blocked links as text. Safety does not depend on it.
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
