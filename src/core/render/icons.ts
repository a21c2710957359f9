import type { EntryStatus } from '../model';

/** The codicons that the style sheet draws. */
export const ICONS = [
  'account',
  'comment-discussion',
  'copy',
  'file-media',
  'go-to-file',
  'link',
  'list-unordered',
  'markdown',
  'note',
  'pass',
  'pass-filled',
  'question',
  'report',
  'thumbsdown',
  'thumbsup',
  'versions',
] as const;

export type IconName = (typeof ICONS)[number];

/** The legend: the sign of a status wherever entries are shown. */
export const STATUS_ICONS: Readonly<Record<EntryStatus, IconName>> = {
  answered: 'pass',
  'self-answered': 'pass-filled',
  disputed: 'comment-discussion',
  unanswered: 'question',
  link: 'link',
};

/** A sign beside words that say the same: it is not read aloud. */
export function icon(name: IconName): string {
  return `<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}
