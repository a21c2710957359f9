import type { Variant } from '../model';
import { escapeHtml } from './escape';
import { icon, type IconName } from './icons';
import type { EntryLabels } from './labels';

/** A `lang` attribute for our own words, to be read aloud in their language. */
export function wordsLanguage({ language }: EntryLabels): string {
  return ` lang="${escapeHtml(language)}"`;
}

/** A `lang` attribute for what the author wrote inside an element of ours. */
export function textLanguage({ language }: Variant): string {
  return ` lang="${escapeHtml(language)}"`;
}

/** What searches when it is clicked: reads as the text around it. */
export function searchButton(query: string, html: string, words: EntryLabels): string {
  const title = escapeHtml(words.search(query));
  return `<button type="button" class="search" data-search="${escapeHtml(query)}" title="${title}" dir="auto">${html}</button>`;
}

/** An action on the whole entry, with its sign. */
export function actButton(
  act: 'openSource' | 'report' | 'copyLink' | 'copyMarkdown' | 'goToPost',
  sign: IconName,
  text: string,
): string {
  return `<button type="button" class="act" data-act="${act}">${icon(sign)}${escapeHtml(text)}</button>`;
}

/** A button of one sign; its name is read aloud and shown when it is pointed at. */
export function signButton(className: string, data: string, sign: IconName, name: string): string {
  const text = escapeHtml(name);
  return `<button type="button" class="sign ${className}" ${data} aria-label="${text}" title="${text}">${icon(sign)}</button>`;
}
