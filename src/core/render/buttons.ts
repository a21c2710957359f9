import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { icon, type IconName } from './icons';
import { labelLang } from './langAttributes';

/** A button that starts a search when clicked; it looks like the text around it. */
export function searchButton(query: string, html: string, labels: EntryLabels): string {
  const title = escapeHtml(labels.search(query));
  return `<button type="button" class="search" data-search="${escapeHtml(query)}" title="${title}" dir="auto">${html}</button>`;
}

/** A button with icon and text for an action on the whole entry. */
export function actionButton(
  action: 'openSource' | 'report' | 'copyLink' | 'copyMarkdown' | 'goToPost',
  iconName: IconName,
  text: string,
): string {
  return `<button type="button" class="act" data-act="${action}">${icon(iconName)}${escapeHtml(text)}</button>`;
}

/** A button with nothing but an icon; its name is its tooltip and what a screen reader says. */
export function iconButton(className: string, data: string, iconName: IconName, name: string): string {
  const text = escapeHtml(name);
  return `<button type="button" class="sign ${className}" ${data} aria-label="${text}" title="${text}">${icon(iconName)}</button>`;
}

/** The button that leads from a post to the top of the thread. The page shows it where the thread was opened at a post. */
export function topButton(labels: EntryLabels): string {
  return `<button type="button" class="to-top" data-top hidden${labelLang(labels)}>${icon('arrow-up')}${escapeHtml(labels.top)}</button>`;
}
