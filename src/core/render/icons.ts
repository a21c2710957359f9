import type { EntryStatus } from '../model';

/** The codicons that the style sheet defines. */
export const ICONS = [
  'account',
  'arrow-up',
  'beaker',
  'comment',
  'comment-discussion',
  'copy',
  'error',
  'file-media',
  'go-to-file',
  'info',
  'lightbulb',
  'link',
  'list-unordered',
  'markdown',
  'note',
  'pass',
  'pass-filled',
  'question',
  'quote',
  'report',
  'thumbsdown',
  'thumbsup',
  'versions',
  'warning',
] as const;

export type IconName = (typeof ICONS)[number];

/** The icon of a status, the same wherever entries are shown. */
export const STATUS_ICONS: Readonly<Record<EntryStatus, IconName>> = {
  answered: 'pass',
  'self-answered': 'pass-filled',
  disputed: 'comment-discussion',
  unanswered: 'question',
  link: 'link',
};

/** An icon beside text that says the same, and therefore hidden from screen readers. */
export function icon(name: IconName): string {
  return `<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}
